/* A landscape -> the region of the page that is its article, and its rivals. */
#ifndef INDEXER_REGIONS_H
#define INDEXER_REGIONS_H

#include <stdbool.h>

#include "core/arena.h"
#include "indexer/content/landscape.h"
#include "indexer/content/region.h"

/* Weighs all elements that hold some of the prose of the page against each other, as
   wholes.  `land` must have its wording, masses and claims.  Lives in `arena`; false
   where memory is out. */
bool regions_compare(struct regions *out, struct arena *arena,
        const struct landscape *land, const struct region_hints *hints);

#endif
