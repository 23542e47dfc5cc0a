#include "core/view.h"

#include "core/ascii.h"

int view_compare(palpate_view a, palpate_view b)
{
    size_t common = a.size < b.size ? a.size : b.size;
    int order = 0;

    /* Mostly the first byte decides. */
    if (common > 0)
        order = (unsigned char)a.data[0] - (unsigned char)b.data[0];
    if (common > 0 && order == 0)
        order = memcmp(a.data, b.data, common);
    if (order != 0)
        return order;
    return (a.size > b.size) - (a.size < b.size);
}

size_t view_place(palpate_view key, const void *table, size_t count, size_t row_size)
{
    size_t low = 0;
    size_t high = count;

    while (low < high) {
        size_t middle = low + (high - low) / 2;
        const palpate_view *row =
                (const void *)((const char *)table + middle * row_size);
        int order = view_compare(key, *row);
        if (order == 0)
            return middle;
        if (order < 0)
            high = middle;
        else
            low = middle + 1;
    }
    return count;
}

static bool equal_ignoring_case(const char *a, const char *b, size_t size)
{
    for (size_t i = 0; i < size; i++)
        if (ascii_lower(a[i]) != ascii_lower(b[i]))
            return false;
    return true;
}

bool view_equals_ignoring_case(palpate_view a, palpate_view b)
{
    return a.size == b.size && equal_ignoring_case(a.data, b.data, a.size);
}

palpate_view view_trim(palpate_view view)
{
    while (view.size > 0 && ascii_is_space(view.data[0])) {
        view.data++;
        view.size--;
    }
    while (view.size > 0 && ascii_is_space(view.data[view.size - 1]))
        view.size--;
    return view;
}

/* The needles that come up are short, and what is looked through is a line or a page:
   to go from one first byte to the next is quicker than what memmem() sets up.  Where
   that byte is frequent memmem() takes over, which takes linear time whatever it is
   given. */
size_t view_find(palpate_view view, palpate_view needle)
{
    enum { TRIALS = 24 };
    size_t place = 0;

    if (needle.size == 0)
        return view.size;
    for (unsigned i = 0; i < TRIALS && needle.size <= view.size - place; i++) {
        const char *found = memchr(
                view.data + place, needle.data[0], view.size - place - needle.size + 1);
        if (found == NULL)
            return view.size;
        place = (size_t)(found - view.data);
        if (found[needle.size - 1] == needle.data[needle.size - 1] &&
                memcmp(found, needle.data, needle.size) == 0)
            return place;
        place++;
    }
    if (needle.size > view.size - place)
        return view.size;
    const char *found =
            memmem(view.data + place, view.size - place, needle.data, needle.size);
    return found == NULL ? view.size : (size_t)(found - view.data);
}

size_t view_find_ignoring_case(palpate_view view, palpate_view needle)
{
    if (needle.size == 0 || needle.size > view.size)
        return view.size;
    char first = ascii_lower(needle.data[0]);
    for (size_t i = 0; i + needle.size <= view.size; i++)
        if (ascii_lower(view.data[i]) == first &&
                equal_ignoring_case(view.data + i, needle.data, needle.size))
            return i;
    return view.size;
}
