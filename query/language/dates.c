#include "query/language/dates.h"

#include <stddef.h>

#include "core/ascii.h"
#include "core/view.h"

enum {
    FIRST_DAY = 101, /* the 1st of January of the year 0 */
    LAST_DAY = 99991231
};

static bool read_number(
        palpate_view text, size_t place, size_t digits, uint32_t *number)
{
    *number = 0;
    for (size_t i = place; i < place + digits; i++) {
        if (i >= text.size || !ascii_is_digit(text.data[i]))
            return false;
        *number = *number * 10 + (uint32_t)(text.data[i] - '0');
    }
    return true;
}

/* "2019", "2019-05" or "2019-05-07" as one to three numbers; 0 where it is none. */
static size_t read_parts(palpate_view text, uint32_t parts[3])
{
    static const struct {
        size_t place;
        size_t digits;
        uint32_t most;
    } PARTS[] = { { 0, 4, 9999 }, { 5, 2, 12 }, { 8, 2, 31 } };

    for (size_t i = 0; i < 3; i++) {
        size_t end = PARTS[i].place + PARTS[i].digits;
        if (!read_number(text, PARTS[i].place, PARTS[i].digits, &parts[i]) ||
                parts[i] > PARTS[i].most || (i > 0 && parts[i] == 0))
            return 0;
        if (text.size == end)
            return i + 1;
        if (text.data[end] != '-')
            return 0;
    }
    return 0;
}

/* A year, month or day as its first and last day. */
static bool read_span(palpate_view text, uint32_t *first, uint32_t *last)
{
    uint32_t from[3] = { 0, 0, 0 };
    size_t count = read_parts(text, from);

    if (count == 0)
        return false;
    uint32_t month = count > 1 ? from[1] : 0;
    uint32_t day = count > 2 ? from[2] : 0;
    *first = from[0] * 10000 + (month == 0 ? 1 : month) * 100 + (day == 0 ? 1 : day);
    *last = from[0] * 10000 + (month == 0 ? 12 : month) * 100 + (day == 0 ? 31 : day);
    return true;
}

bool dates_read(palpate_view text, uint32_t *first, uint32_t *last)
{
    size_t dots = view_find(text, PALPATE_VIEW(".."));
    uint32_t unused = 0;

    if (text.data == NULL)
        return false;
    if (dots == text.size)
        return read_span(text, first, last);

    palpate_view from = view_slice(text, 0, dots);
    palpate_view to = view_slice(text, dots + 2, text.size);
    *first = FIRST_DAY;
    *last = LAST_DAY;
    if (from.size == 0 && to.size == 0)
        return false;
    if (from.size > 0 && !read_span(from, first, &unused))
        return false;
    if (to.size > 0 && !read_span(to, &unused, last))
        return false;
    return *first <= *last;
}
