#include "indexer/html/letter_box.h"

#include "core/utf8.h"
#include "core/view.h"
#include "indexer/html/hidden.h"

/* Whether all that an element holds is one character. */
static bool holds_letter(const struct tree *tree, uint32_t element)
{
    enum { MAX_NODES = 4 };
    const struct node *node = &tree->nodes[element];
    size_t size = 0;
    palpate_view letter = { "", 0 };

    if (node->is_text || node->tag != HTML_div || node->end > element + MAX_NODES)
        return false;
    for (uint32_t i = element; i < node->end; i++) {
        palpate_view text = view_trim(tree->nodes[i].text);
        if (!tree->nodes[i].is_text || text.size == 0)
            continue;
        if (letter.size > 0 || text.size != tree->nodes[i].text.size)
            return false;
        letter = text;
    }
    if (letter.size == 0)
        return false;
    (void)utf8_decode(letter, 0, &size);
    return size == letter.size;
}

/* The element that ends where `element` starts, or TREE_NONE. */
static uint32_t brother_before(const struct tree *tree, uint32_t element)
{
    uint32_t parent = tree->nodes[element].parent;
    uint32_t node = element - 1;

    if (node <= parent)
        return TREE_NONE;
    while (tree->nodes[node].parent != parent)
        node = tree->nodes[node].parent;
    return node;
}

static bool is_in_heading(const struct tree *tree, uint32_t element)
{
    enum { LOOK_UP = 6 };
    uint32_t node = element;

    for (unsigned i = 0; i < LOOK_UP && node != 0; i++, node = tree->nodes[node].parent)
        if (tag_heading_level(tree->nodes[node].tag) > 0)
            return true;
    return false;
}

bool letter_box_is(const struct tree *tree, uint32_t element)
{
    const struct node *node = &tree->nodes[element];
    palpate_view style = node_attribute(node, PALPATE_VIEW("style"));

    if (!holds_letter(tree, element) || element == 0)
        return false;
    uint32_t before = brother_before(tree, element);
    bool is_beside =
            (before != TREE_NONE && holds_letter(tree, before)) ||
            (node->end < tree->count && tree->nodes[node->end].parent == node->parent &&
                    holds_letter(tree, node->end));
    return is_beside && (is_in_heading(tree, element) ||
                                style_declares(style, PALPATE_VIEW("display"),
                                        PALPATE_VIEW("inline")));
}
