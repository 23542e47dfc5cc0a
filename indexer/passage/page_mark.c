#include "indexer/passage/page_mark.h"

#include "core/ascii.h"
#include "core/view.h"

palpate_view page_mark_of(const struct content *content, uint32_t block)
{
    static const palpate_view MARK = PALPATE_VIEW_INIT("page=");
    const struct landscape *land = &content->land;
    uint32_t owner = land->blocks->items[block].owner;
    palpate_view id = node_attribute(&land->tree->nodes[owner], PALPATE_VIEW("id"));
    bool is_mark = view_starts_with(id, MARK) && id.size > MARK.size;

    for (size_t i = MARK.size; is_mark && i < id.size; i++)
        is_mark = ascii_is_digit(id.data[i]);
    return is_mark ? id : (palpate_view){ NULL, 0 };
}
