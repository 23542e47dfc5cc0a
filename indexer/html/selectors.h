/* Selectors, as style sheets have them -> the elements of a page that they name. */
#ifndef INDEXER_SELECTORS_H
#define INDEXER_SELECTORS_H

#include <palpate/indexer.h>

#include "core/arena.h"
#include "indexer/html/tree.h"

struct selectors {
    struct selector *items; /* of content, then of what is ignored */
    size_t content_count;
    size_t count;
};

/* Reads the selectors of the options: "name", ".class", "#id", "[attribute]" and
   "[attribute=value]", several of them for one element without a space between them,
   elements in others with a space, and alternatives with a comma.  An empty one is
   none. PALPATE_BAD_ARGUMENT names what is no such selector. */
palpate_status selectors_open(struct selectors *out, struct arena *arena,
        const palpate_index_options *options, palpate_error *err);

/* Sets `is_ignored` of the nodes of ignored elements; and where some element is
   content, of all nodes that are in none.  NULL has no effect.  PALPATE_NO_MEMORY. */
palpate_status selectors_mark(struct tree *tree, struct arena *arena,
        const struct selectors *selectors, palpate_error *err);

#endif
