#include "indexer/metadata/name_label.h"

#include <stdbool.h>

#include "core/ascii.h"
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

/* The first label, in the order of the table, that begins with a byte or a later one.
 */
static size_t first_label(char byte)
{
    size_t low = 0;
    size_t high = sizeof LABELS / sizeof *LABELS;

    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if ((unsigned char)LABELS[middle].words.data[0] < (unsigned char)byte)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

enum name_label name_label(palpate_view text, size_t *size)
{
    enum { LONGEST = 48 /* bytes, or more */ };
    char room[LONGEST];
    palpate_view start = view_slice(text, 0, LONGEST);
    palpate_view lower = letters_lower(start, room, sizeof room);
    size_t longest = 0;
    enum name_label label = LABEL_NONE;

    if (lower.size != start.size && text.size <= LONGEST)
        lower = start;
    *size = 0;
    if (lower.data == NULL || lower.size == 0)
        return LABEL_NONE;
    for (size_t i = first_label(lower.data[0]); i < sizeof LABELS / sizeof *LABELS;
            i++) {
        palpate_view words = LABELS[i].words;
        if (words.data[0] != lower.data[0])
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
