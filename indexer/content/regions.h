/* A landscape -> the region of the page that is its article, and its rivals. */
#ifndef INDEXER_REGIONS_H
#define INDEXER_REGIONS_H

#include <stdbool.h>

#include "core/arena.h"
#include "indexer/content/landscape.h"
#include "indexer/content/region.h"
#include "indexer/content/region_page.h"

/* Weighs all elements that hold some of the prose of the page against each other, as
   wholes.  `land` must have its wording, masses and claims.  Lives in `arena`; false
   where memory is out. */
bool regions_compare(struct regions *out, struct arena *arena,
        const struct landscape *land, const struct region_hints *hints);

/* The region that is expected to be most like the article, by the chances of all: an
   element and those around it hold nearly the same text and share its chance, and what
   holds all sections of a text is like each of them.  None that has more dates than the
   likeliest one, as other posts and comments have them, or many more links.  0 where
   there are no regions. */
uint32_t regions_choose(const struct regions *regions, const struct region_page *page);

#endif
