#include "query/dates.h"

#include <stddef.h>

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
        if (i >= text.size || text.data[i] < '0' || text.data[i] > '9')
            return false;
        *number = *number * 10 + (uint32_t)(text.data[i] - '0');
    }
    return true;
}

/* A year, month or day as its first and last day. */
static bool read_span(palpate_view text, uint32_t *first, uint32_t *last)
{
    uint32_t year = 0;
    uint32_t month = 0;
    uint32_t day = 0;
    bool has_month = text.size >= 7 && text.data[4] == '-';
    bool has_day = text.size == 10 && text.data[7] == '-';

    if (!read_number(text, 0, 4, &year) ||
            (text.size != 4 && !(has_month && (text.size == 7 || has_day))))
        return false;
    if (has_month && (!read_number(text, 5, 2, &month) || month < 1 || month > 12))
        return false;
    if (has_day && (!read_number(text, 8, 2, &day) || day < 1 || day > 31))
        return false;
    *first = year * 10000 + (has_month ? month : 1) * 100 + (has_day ? day : 1);
    *last = year * 10000 + (has_month ? month : 12) * 100 + (has_day ? day : 31);
    return true;
}

bool dates_read(palpate_view text, uint32_t *first, uint32_t *last)
{
    size_t dots = view_find(text, PALPATE_VIEW(".."));
    uint32_t unused = 0;

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
