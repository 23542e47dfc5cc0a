#include "indexer/html/hover_text.h"

#include "core/view.h"

static bool says_tooltip(const struct node *node)
{
    palpate_view class = node_attribute(node, PALPATE_VIEW("class"));
    palpate_view word = PALPATE_VIEW("tooltip");

    return class.size > 0 && view_find_ignoring_case(class, word) < class.size;
}

/* Whether a word stands beside an element in the one around it, at which a reader
   points. */
static bool has_word_beside(const struct tree *tree, uint32_t element)
{
    uint32_t around = tree->nodes[element].parent;

    for (uint32_t i = around + 1; i < tree->nodes[around].end; i++) {
        if (i == element)
            i = tree->nodes[element].end;
        if (i < tree->nodes[around].end && tree->nodes[i].is_text &&
                view_trim(tree->nodes[i].text).size > 0)
            return true;
    }
    return false;
}

bool hover_text_is(const struct tree *tree, uint32_t element)
{
    enum { MAX_NODES = 60 };
    const struct node *node = &tree->nodes[element];
    const struct node *around = &tree->nodes[node->parent];

    if (node->attributes == NULL || around->end > node->parent + MAX_NODES)
        return false;
    bool is_tooltip =
            view_equals_ignoring_case(node_attribute(node, PALPATE_VIEW("role")),
                    PALPATE_VIEW("tooltip")) ||
            (says_tooltip(node) && around->attributes != NULL && says_tooltip(around));
    return is_tooltip && (tag_traits(around->tag) & TAG_BLOCK) == 0 &&
           has_word_beside(tree, element);
}
