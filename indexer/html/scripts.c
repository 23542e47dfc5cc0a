#include "indexer/html/scripts.h"

#include "core/view.h"

bool script_is_data(palpate_view type)
{
    return view_find_ignoring_case(type, PALPATE_VIEW("json")) < type.size;
}

const char *script_end(palpate_view rest, palpate_view name)
{
    for (size_t end = 0; rest.size > 0; rest = view_slice(rest, end + 2, rest.size)) {
        end = view_find(rest, PALPATE_VIEW("</"));
        palpate_view found = view_slice(rest, end + 2, name.size);
        if (end < rest.size && view_equals_ignoring_case(found, name))
            return rest.data + end;
    }
    return NULL;
}
