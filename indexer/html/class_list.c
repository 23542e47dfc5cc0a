#include "indexer/html/class_list.h"

#include "core/ascii.h"
#include "core/view.h"

palpate_view class_list_next(palpate_view *list)
{
    palpate_view rest = view_trim(*list);
    size_t size = 0;

    while (size < rest.size && !ascii_is_space(rest.data[size]))
        size++;
    *list = view_slice(rest, size, rest.size);
    return view_slice(rest, 0, size);
}

bool class_list_has(palpate_view list, palpate_view word)
{
    for (palpate_view class = class_list_next(&list); class.size > 0;
            class = class_list_next(&list))
        if (view_equals_ignoring_case(class, word))
            return true;
    return false;
}

bool node_has_class(const struct node *node, palpate_view word)
{
    return class_list_has(node_attribute(node, PALPATE_VIEW("class")), word);
}
