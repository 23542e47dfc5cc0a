#include "core/view.h"

#include "core/ascii.h"

int view_compare(palpate_view a, palpate_view b)
{
    size_t common = a.size < b.size ? a.size : b.size;
    int order = common == 0 ? 0 : memcmp(a.data, b.data, common);

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

size_t view_find(palpate_view view, palpate_view needle)
{
    if (needle.size == 0 || needle.size > view.size)
        return view.size;

    const char *place =
            needle.size == 1 ? memchr(view.data, needle.data[0], view.size)
                             : memmem(view.data, view.size, needle.data, needle.size);
    return place == NULL ? view.size : (size_t)(place - view.data);
}

size_t view_find_ignoring_case(palpate_view view, palpate_view needle)
{
    if (needle.size == 0 || needle.size > view.size)
        return view.size;
    for (size_t i = 0; i + needle.size <= view.size; i++)
        if (equal_ignoring_case(view.data + i, needle.data, needle.size))
            return i;
    return view.size;
}
