#include "indexer/html/label_places.h"

#include <stdlib.h>

#include "indexer/html/sections.h"

static int compare_places(const void *a, const void *b)
{
    const struct label_place *first = a;
    const struct label_place *second = b;

    if (first->node != second->node)
        return first->node < second->node ? -1 : 1;
    if (first->is_read != second->is_read)
        return first->is_read ? -1 : 1;
    return (first->disclosure > second->disclosure) -
           (first->disclosure < second->disclosure);
}

bool label_places_list(struct label_places *out, struct arena *arena,
        const struct disclosures *disclosures)
{
    *out = (struct label_places){
        .items = arena_alloc(arena, 2 * (size_t)disclosures->count * sizeof *out->items)
    };
    if (out->items == NULL)
        return false;
    for (uint32_t i = 0; i < disclosures->count; i++) {
        const struct disclosure *one = &disclosures->items[i];
        bool is_here = !one->is_apart && !one->is_copy;
        out->items[out->count++] = (struct label_place){ one->control, i, is_here };
        if (!is_here && !one->is_copy)
            out->items[out->count++] = (struct label_place){ one->panel, i, true };
    }
    if (out->count > 0)
        qsort(out->items, out->count, sizeof *out->items, compare_places);
    return true;
}

const struct label_place *label_places_next(struct label_places *places, uint32_t node)
{
    while (places->next < places->count && places->items[places->next].node < node)
        places->next++;
    if (places->next == places->count || places->items[places->next].node != node)
        return NULL;
    return &places->items[places->next++];
}

unsigned label_level(const struct tree *tree, const struct disclosure *disclosure)
{
    uint32_t control = disclosure->control;

    for (uint32_t i = control; !disclosure->is_named && i < tree->nodes[control].end;
            i++)
        if (tag_heading_level(tree->nodes[i].tag) > 0)
            return tag_heading_level(tree->nodes[i].tag);
    return 0;
}

palpate_view label_anchor(const struct tree *tree, const struct disclosure *disclosure)
{
    palpate_view anchor = section_anchor(tree, disclosure->control);

    return anchor.size > 0
                   ? anchor
                   : node_attribute(&tree->nodes[disclosure->item], PALPATE_VIEW("id"));
}
