/* Blocks of a page -> those that say when it is open, what it costs and where it is. */
#ifndef INDEXER_PRACTICAL_H
#define INDEXER_PRACTICAL_H

#include <palpate/status.h>

#include "core/arena.h"
#include "indexer/html/blocks.h"
#include "indexer/html/tree.h"

/* Marks as declared the blocks of lists of hours and prices, and of addresses, that
   stand under the main heading and in no part of the frame: they are article text
   unless the site repeats them.  A list has three lines of one shape.  `arena` is for
   scratch; PALPATE_NO_MEMORY. */
palpate_status practical_mark(struct blocks *blocks, struct arena *arena,
        const struct tree *tree, palpate_error *err);

#endif
