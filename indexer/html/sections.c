#include "indexer/html/sections.h"

#include "core/view.h"

/* Whether an item of a list holds text behind its heading; where it does not, the list
   only gives the heading its number. */
static bool goes_on(const struct tree *tree, uint32_t heading, uint32_t item)
{
    enum { MAX_LOOKS = 200 };
    uint32_t first = tree->nodes[heading].end;
    uint32_t end = tree->nodes[item].end;

    for (uint32_t i = first; i < end && i < first + MAX_LOOKS; i++)
        if (tree->nodes[i].is_text && view_trim(tree->nodes[i].text).size > 0)
            return true;
    return false;
}

uint32_t section_end(const struct tree *tree, uint32_t heading)
{
    enum { LOOK_UP = 12 };
    uint32_t node = tree->nodes[heading].parent;

    for (unsigned i = 0; i < LOOK_UP && node != 0; i++) {
        enum tag tag = tree->nodes[node].tag;
        bool is_box = tag == HTML_aside || tag == HTML_details || tag == HTML_dialog ||
                      tag == HTML_figure;
        if (is_box || (tag == HTML_li && goes_on(tree, heading, node)))
            return tree->nodes[node].end;
        node = tree->nodes[node].parent;
    }
    return tree->count;
}

palpate_view section_anchor(const struct tree *tree, uint32_t heading)
{
    for (uint32_t i = heading; i < tree->nodes[heading].end; i++) {
        const struct node *node = &tree->nodes[i];
        palpate_view id = node_attribute(node, PALPATE_VIEW("id"));
        if (id.size == 0 && node->tag == HTML_a)
            id = node_attribute(node, PALPATE_VIEW("name"));
        if (!node->is_text && id.size > 0)
            return id;
    }
    /* Page builders put the id on the section around the heading. */
    uint32_t parent = tree->nodes[heading].parent;
    bool is_first = parent + 1 == heading ||
                    (parent + 2 == heading && tree->nodes[parent + 1].is_text);
    if (is_first && tree->nodes[parent].tag == HTML_section)
        return node_attribute(&tree->nodes[parent], PALPATE_VIEW("id"));
    return (palpate_view){ NULL, 0 };
}
