/* A tree -> the block element that each of its nodes belongs to. */
#ifndef INDEXER_OWNERS_H
#define INDEXER_OWNERS_H

#include <stdint.h>

#include "indexer/html/tree.h"

/* Fills `owner`, zeroed and with room for all nodes: the innermost block element around
   each node and itself; in a row of short cells the row, in a heading the heading. */
void owners_find(uint32_t *owner, const struct tree *tree);

#endif
