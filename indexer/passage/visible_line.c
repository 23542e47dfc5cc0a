#include "indexer/passage/visible_line.h"

#include "core/ascii.h"
#include "core/view.h"

static char byte_at(palpate_view text, size_t place)
{
    if (text.data == NULL || place >= text.size)
        return '\0';
    return text.data[place];
}

static bool is_no_break_space(palpate_view text, size_t place)
{
    return view_starts_with(
            view_slice(text, place, text.size), PALPATE_VIEW("\xC2\xA0"));
}

size_t visible_line_start(palpate_view text, size_t place)
{
    while (place < text.size &&
            (ascii_is_blank(byte_at(text, place)) || is_no_break_space(text, place)))
        place += ascii_is_blank(byte_at(text, place)) ? 1 : 2;
    return place;
}

/* Skips what is of no block, and white space. */
static size_t skip_gaps(const struct visible_text *visible, size_t place, uint32_t *gap)
{
    place = visible_line_start(visible->text, place);
    while (*gap < visible->gap_count && visible->gaps[*gap].start <= place) {
        if (visible->gaps[*gap].end > place)
            place = visible_line_start(visible->text, visible->gaps[*gap].end);
        ++*gap;
    }
    return place;
}

/* The first gap that may lie after `place`. */
static uint32_t first_gap(const struct visible_text *visible, size_t place)
{
    uint32_t low = 0;
    uint32_t high = visible->gap_count;

    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        if (visible->gaps[middle].end <= place)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

bool visible_line_find(struct visible_extent *out, const struct visible_text *visible,
        palpate_view line, size_t place)
{
    palpate_view text = visible->text;
    uint32_t gap = first_gap(visible, place);
    size_t i = visible_line_start(line, 0);

    place = skip_gaps(visible, place, &gap);
    *out = (struct visible_extent){ place, place };
    while (i < line.size) {
        if (place < text.size && byte_at(line, i) == byte_at(text, place)) {
            out->end = ++place;
            i++;
        } else if (byte_at(line, i) == '|') {
            i++;
        } else {
            return false;
        }
        i = visible_line_start(line, i);
        place = skip_gaps(visible, place, &gap);
    }
    return out->end > out->start;
}
