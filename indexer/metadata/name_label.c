#include "indexer/metadata/name_label.h"

#include <stdbool.h>

#include "core/ascii.h"
#include "core/utf8.h"
#include "core/view.h"
#include "indexer/metadata/letters.h"

static const struct {
    palpate_view words;
    enum name_label label;
} LABELS[] = {
#define WORD(words, label) { PALPATE_VIEW_INIT(words), LABEL_##label },
#include "words/mul/name_labels.inc"
#undef WORD
};

enum { LABEL_COUNT = sizeof LABELS / sizeof *LABELS };

/* Steps over spaces, colons and slashes, also the wide ones of Chinese. */
static size_t skip_gap(palpate_view text, size_t place)
{
    static const palpate_view GAPS[] = { PALPATE_VIEW_INIT(" "), PALPATE_VIEW_INIT(":"),
        PALPATE_VIEW_INIT("\n"), PALPATE_VIEW_INIT("\t"), PALPATE_VIEW_INIT("\r"),
        PALPATE_VIEW_INIT("\xC2\xA0"), PALPATE_VIEW_INIT("\xE3\x80\x80"),
        PALPATE_VIEW_INIT("\xEF\xBC\x9A"), PALPATE_VIEW_INIT("\xEF\xBC\x8F") };
    size_t before = 0;

    do {
        before = place;
        for (size_t i = 0; i < sizeof GAPS / sizeof *GAPS; i++)
            if (view_starts_with(view_slice(text, place, GAPS[i].size), GAPS[i]))
                place += GAPS[i].size;
    } while (place != before);
    return place;
}

/* "By" ends a word, but "Written byDan" happens where the name is an element.  Signs of
   Chinese and Japanese need no space after them. */
static bool ends_word(palpate_view text, size_t place)
{
    unsigned char next = (unsigned char)letters_byte_at(text, place);
    unsigned char last = (unsigned char)letters_byte_at(text, place - 1);

    if (last >= 0xE3 ||
            (last >= 0x80 && (unsigned char)letters_byte_at(text, place - 3) >= 0xE3))
        return true;
    if (next >= 0xC3 && next != 0xE2 && next != 0xE3 && next != 0xEF)
        return last == ':';
    return !ascii_is_lower((char)next) &&
           (!ascii_is_upper((char)next) || ascii_is_lower((char)last));
}

/* The first two bytes of a text as a number, in the order of the table. */
static unsigned start_of(palpate_view text)
{
    return (unsigned)(unsigned char)letters_byte_at(text, 0) << 8 |
           (unsigned char)letters_byte_at(text, 1);
}

/* The first label that begins with these two bytes or later ones. */
static size_t first_label(unsigned start)
{
    size_t low = 0;
    size_t high = LABEL_COUNT;

    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (start_of(LABELS[middle].words) < start)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

enum name_label name_label(palpate_view text, size_t *size)
{
    enum { LONGEST = 48 /* bytes, or more */, START = 2 * UTF8_MAX_SIZE };
    char room[LONGEST];
    palpate_view start = view_slice(text, 0, LONGEST);
    size_t longest = 0;
    enum name_label label = LABEL_NONE;

    *size = 0;
    unsigned wanted = start_of(letters_lower(view_slice(text, 0, START), room, START));
    size_t first = first_label(wanted);
    if (first == LABEL_COUNT || start_of(LABELS[first].words) != wanted)
        return LABEL_NONE;
    palpate_view lower = letters_lower(start, room, sizeof room);
    if (lower.size != start.size && text.size <= LONGEST)
        lower = start;
    for (size_t i = first; i < LABEL_COUNT; i++) {
        palpate_view words = LABELS[i].words;
        if (start_of(words) != wanted)
            break;
        if (words.size <= longest || !view_starts_with(lower, words) ||
                !ends_word(text, words.size))
            continue;
        longest = words.size;
        label = LABELS[i].label;
    }
    if (longest > 0)
        *size = skip_gap(text, longest);
    return label;
}
