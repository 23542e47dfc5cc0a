/* A tree -> when the page says, where no head of it does, that it was published. */
#ifndef INDEXER_DATELINE_H
#define INDEXER_DATELINE_H

#include <palpate/view.h>

#include "core/arena.h"
#include "indexer/tree.h"

/* A date that stands in a script under the name of JSON-LD's, whatever its form: some
   of that data is no valid JSON, and some belongs to the page's own scripts.  Empty
   where there is none. */
palpate_view dateline_in_scripts(const struct tree *tree, palpate_view key);

/* The first date behind the first heading of the first level, within a few texts, or in
   an element whose class names a date; ISO 8601, in `arena`, empty where there is none;
   data is NULL when memory is out. */
palpate_view dateline_shown(const struct tree *tree, struct arena *arena);

#endif
