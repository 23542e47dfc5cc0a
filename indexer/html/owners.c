#include "indexer/html/owners.h"

#include <stdbool.h>

#include "indexer/html/inline_button.h"
#include "indexer/html/letter_box.h"

/* A row of short cells is one block; one with paragraphs is layout. */
static bool is_row_of_data(const struct tree *tree, uint32_t row)
{
    enum { CELL_SIZE = 300 /* bytes; longer texts are prose */ };

    for (uint32_t i = row + 1; i < tree->nodes[row].end; i++) {
        const struct node *node = &tree->nodes[i];
        bool is_cell = node->tag == HTML_td || node->tag == HTML_th;
        if (!node->is_text && !is_cell && (tag_traits(node->tag) & TAG_BLOCK) != 0)
            return false;
        if (node->is_text && node->text.size > CELL_SIZE)
            return false;
    }
    return true;
}

/* A heading is one block, whatever boxes its words stand in. */
static bool is_whole_heading(const struct tree *tree, uint32_t heading)
{
    enum { MAX_SIZE = 300 /* bytes */, MAX_NODES = 600 };
    const struct node *node = &tree->nodes[heading];
    size_t size = 0;

    if (tag_heading_level(node->tag) == 0 || node->end > heading + MAX_NODES)
        return false;
    for (uint32_t i = heading + 1; i < node->end && size <= MAX_SIZE; i++) {
        const struct node *inner = &tree->nodes[i];
        bool is_box = inner->tag == HTML_div || inner->tag == HTML_p ||
                      inner->tag == HTML_center || inner->tag == HTML_button;
        if (!inner->is_text && !is_box && (tag_traits(inner->tag) & TAG_BLOCK) != 0)
            return false;
        size += inner->is_text ? inner->text.size : 0;
    }
    return size <= MAX_SIZE;
}

void owners_find(uint32_t *owner, const struct tree *tree)
{
    uint32_t whole_end = 0; /* the node after a row or heading */

    for (uint32_t i = 1; i < tree->count; i++) {
        const struct node *node = &tree->nodes[i];
        bool is_block = !node->is_text && (tag_traits(node->tag) & TAG_BLOCK) != 0;
        is_block = is_block && i >= whole_end && !letter_box_is(tree, i) &&
                   !inline_button_is(tree, i);
        owner[i] = is_block ? i : owner[node->parent];
        if (is_block && ((node->tag == HTML_tr && is_row_of_data(tree, i)) ||
                                is_whole_heading(tree, i)))
            whole_end = node->end;
    }
}
