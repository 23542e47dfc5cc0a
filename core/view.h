/* What can be asked of borrowed bytes. */
#ifndef CORE_VIEW_H
#define CORE_VIEW_H

#include <palpate/view.h>
#include <stdbool.h>
#include <string.h>

#ifdef __cplusplus
extern "C" {
#endif

static inline palpate_view view_of(const char *string)
{
    return (palpate_view){ string, string == NULL ? 0 : strlen(string) };
}

static inline bool view_equals(palpate_view a, palpate_view b)
{
    if (a.size != b.size)
        return false;
    return a.data == NULL || b.data == NULL ? a.size == 0
                                            : memcmp(a.data, b.data, a.size) == 0;
}

static inline bool view_starts_with(palpate_view view, palpate_view prefix)
{
    return view.size >= prefix.size &&
           view_equals((palpate_view){ view.data, prefix.size }, prefix);
}

static inline bool view_ends_with(palpate_view view, palpate_view suffix)
{
    if (suffix.size == 0 || view.size < suffix.size || view.data == NULL)
        return suffix.size == 0;
    return memcmp(view.data + view.size - suffix.size, suffix.data, suffix.size) == 0;
}

/* Bytes `from`..`from + size`, cut to what there is. */
static inline palpate_view view_slice(palpate_view view, size_t from, size_t size)
{
    if (from > view.size)
        from = view.size;
    if (size > view.size - from)
        size = view.size - from;
    return (palpate_view){ view.data == NULL ? NULL : view.data + from, size };
}

/* Orders as memcmp, a prefix before what it starts. */
int view_compare(palpate_view a, palpate_view b);

/* The place of `key` in a table of `count` rows of `row_size` bytes that start with a
   view each and are sorted by it as view_compare() orders; `count` where it is absent.
 */
size_t view_place(palpate_view key, const void *table, size_t count, size_t row_size);

/* ASCII letters compare without case; other bytes must be equal. */
bool view_equals_ignoring_case(palpate_view a, palpate_view b);

/* Without ASCII white space at both ends. */
palpate_view view_trim(palpate_view view);

/* The first place of `needle` (not empty) in `view`, or view.size where it is absent.
 */
size_t view_find(palpate_view view, palpate_view needle);

/* The same, ASCII letters without case. */
size_t view_find_ignoring_case(palpate_view view, palpate_view needle);

#ifdef __cplusplus
}
#endif
#endif
