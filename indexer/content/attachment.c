#include "indexer/content/attachment.h"

#include "core/view.h"
#include "indexer/html/class_list.h"

enum { OWN_WORDS = 6 /* of a block: fewer are the name of a file or of an author */ };

static bool is_attachment(const struct tree *tree)
{
    uint32_t body = tree_find(tree, 1, tree->count, HTML_body);

    return body != TREE_NONE &&
           (node_has_class(&tree->nodes[body], PALPATE_VIEW("attachment")) ||
                   node_has_class(
                           &tree->nodes[body], PALPATE_VIEW("single-attachment")));
}

static uint32_t find_class(const struct tree *tree, palpate_view word)
{
    for (uint32_t i = 1; i < tree->count; i++) {
        const struct node *node = &tree->nodes[i];
        if (!node->is_text && node->tag != HTML_body && node->attributes != NULL &&
                node_has_class(node, word))
            return i;
    }
    return TREE_NONE;
}

/* The element that holds the picture and what is said of it, or TREE_NONE. */
static uint32_t find_own(const struct tree *tree)
{
    uint32_t own = find_class(tree, PALPATE_VIEW("type-attachment"));

    if (own != TREE_NONE)
        return own;
    uint32_t picture = find_class(tree, PALPATE_VIEW("attachment"));
    if (picture != TREE_NONE)
        return tree->nodes[picture].parent;
    own = find_class(tree, PALPATE_VIEW("entry-attachment"));
    return own != TREE_NONE ? own : find_class(tree, PALPATE_VIEW("entry-content"));
}

/* Whether a node lies in `own`, and not in another post that is shown there. */
static bool is_own(const struct tree *tree, uint32_t own, uint32_t node)
{
    if (own == TREE_NONE || node < own || node >= tree->nodes[own].end)
        return false;
    for (; node != own; node = tree->nodes[node].parent) {
        const struct node *element = &tree->nodes[node];
        if (element->tag == HTML_article ||
                node_has_class(element, PALPATE_VIEW("hentry")) ||
                node_has_class(element, PALPATE_VIEW("type-post")))
            return false;
    }
    return true;
}

void attachment_keep_own(struct content *content, const struct tree *tree)
{
    const struct blocks *blocks = content->land.blocks;
    uint32_t own = TREE_NONE;
    bool says_something = false;

    if (!is_attachment(tree))
        return;
    own = find_own(tree);
    for (uint32_t i = 0; i < blocks->count; i++) {
        if (!is_own(tree, own, blocks->items[i].first))
            content->verdict[i] = CONTENT_DROPPED;
        says_something |= content->verdict[i] >= CONTENT_DOUBTFUL &&
                          blocks->items[i].kind != BLOCK_HEADING &&
                          content->land.wording[i].words >= OWN_WORDS;
    }
    for (uint32_t i = 0; i < blocks->count && !says_something; i++)
        content->verdict[i] = CONTENT_DROPPED;
}
