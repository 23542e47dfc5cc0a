/* Parts of a page that its server sends late, and a script puts where they belong. */
#ifndef INDEXER_STREAMED_H
#define INDEXER_STREAMED_H

#include <stdbool.h>

#include "core/arena.h"
#include "indexer/html/tree.h"

/* Puts the parts where a browser has them, before anything is marked in the tree: React
   sends <template id="B:0"> and what is shown meanwhile, and later <div hidden
   id="S:0">; Solid <template id="pl-0"> and <template id="0">.  A page in which that
   does not come out even stays as it is, and so does one that is cut.  False when
   memory is out. */
bool streamed_place(struct tree *tree, struct arena *arena);

#endif
