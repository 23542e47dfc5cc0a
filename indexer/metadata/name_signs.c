#include "core/utf8.h"
#include "core/view.h"
#include "indexer/metadata/names.h"

enum {
    WORD_MAX = 4,  /* signs of a Chinese name, or of a family's and a given one */
    KANA_MAX = 10, /* of one with syllables */
    NAMES_MAX = 8
};

static bool is_kana(uint32_t character)
{
    return (character >= 0x3041 && character <= 0x30FE) && character != 0x30FB;
}

static bool is_sign(uint32_t character)
{
    return (character >= 0x3400 && character <= 0x9FFF) || character == 0x3005 ||
           is_kana(character);
}

/* What stands between names, also the dot within those of foreigners. */
static bool is_gap(uint32_t character)
{
    return character == ' ' || character == 0xA0 || character == 0x3000 ||
           character == 0x3001 || character == 0xFF0C || character == ',' ||
           character == 0xB7 || character == 0x30FB || character == 0x2002 ||
           character == 0x2003;
}

/* The bytes of the signs that `text` starts with; `*count` of them, `*kana` syllables.
 */
static size_t word_of(palpate_view text, uint32_t *count, uint32_t *kana)
{
    size_t place = 0;
    size_t size = 0;

    *count = 0;
    *kana = 0;
    while (place < text.size) {
        uint32_t character = utf8_decode(text, place, &size);
        if (!is_sign(character))
            break;
        *count += 1;
        *kana += is_kana(character);
        place += size;
    }
    return place;
}

/* Words of a newsroom after a name: "reports from", "sent from", "photo". */
static palpate_view without_ending(palpate_view word)
{
    static const palpate_view ENDINGS[] = {
#define WORD(word) PALPATE_VIEW_INIT(word),
#include "words/mul/name_sign_ends.inc"
#undef WORD
    };

    for (size_t i = 0; i < sizeof ENDINGS / sizeof *ENDINGS; i++)
        word = view_slice(word, 0, view_find(word, ENDINGS[i]));
    return word;
}

palpate_view name_in_signs(palpate_view text)
{
    size_t end = 0;
    size_t place = 0;

    for (int names = 0; names < NAMES_MAX && place < text.size; names++) {
        uint32_t count = 0;
        uint32_t kana = 0;
        size_t size = word_of(view_slice(text, place, text.size), &count, &kana);
        palpate_view word = without_ending(view_slice(text, place, size));
        bool is_cut = word.size < size;
        if (is_cut)
            (void)word_of(word, &count, &kana);
        if (count < 2 || count > (kana > 0 ? KANA_MAX : WORD_MAX))
            break;
        end = place + word.size;
        if (is_cut)
            break;
        place = end;
        while (place < text.size && is_gap(utf8_decode(text, place, &size)))
            place += size;
    }
    return view_slice(text, 0, end);
}
