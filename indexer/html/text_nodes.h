/* A tree -> the texts of it that are seen, one by one. */
#ifndef INDEXER_TEXT_NODES_H
#define INDEXER_TEXT_NODES_H

#include <stdbool.h>

#include "indexer/html/tree.h"

struct text_node {
    palpate_view text; /* of one text node, trimmed, with a letter or digit in it */
    uint32_t node;
};

/* The first piece from node `*place` on and before node `end`; moves `*place` after
   it.  Scripts, styles and the like are skipped.  False where there is none. */
bool text_node_next(
        struct text_node *out, const struct tree *tree, uint32_t *place, uint32_t end);

/* The text below a node, pieces with nothing between them unless they have spaces or
   start a block; white space collapsed.  Empty where it is longer than `most` bytes,
   cut after some thousand nodes; lives in `arena`; data is NULL when memory is out. */
palpate_view text_below(
        const struct tree *tree, struct arena *arena, uint32_t node, size_t most);

#endif
