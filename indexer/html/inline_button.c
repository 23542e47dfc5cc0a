#include "indexer/html/inline_button.h"

#include "core/view.h"

/* Whether a node is words right inside of `parent`. */
static bool has_text(const struct tree *tree, uint32_t node, uint32_t parent)
{
    return node != TREE_NONE && tree->nodes[node].is_text &&
           tree->nodes[node].parent == parent &&
           view_trim(tree->nodes[node].text).size > 0;
}

bool inline_button_is(const struct tree *tree, uint32_t element)
{
    enum { MAX_NODES = 8 };
    const struct node *button = &tree->nodes[element];
    uint32_t next = button->end;

    if (button->tag != HTML_button || button->end > element + MAX_NODES ||
            !has_text(tree, element - 1, button->parent))
        return false;
    /* What it shows may stand right after it. */
    if (next < tree->count && tree->nodes[next].is_unread)
        next = tree->nodes[next].end;
    return next < tree->count && has_text(tree, next, button->parent);
}
