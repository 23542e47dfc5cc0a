/* The regions of a page and the one that was chosen -> the text of which it is a part.
 */
#ifndef INDEXER_REGION_WHOLE_H
#define INDEXER_REGION_WHOLE_H

#include "indexer/content/landscape.h"
#include "indexer/content/region.h"

/* The region around `chosen` that is one text and of which `chosen` is a part alone,
   such as its introduction, a section, or the first post of a forum; else `chosen`.
   What a page of a product says beside its description are reviews and other offers. */
uint32_t region_whole_find(
        const struct regions *regions, const struct landscape *land, uint32_t chosen);

/* Gives region `whole` the chances of all that it holds. */
void region_whole_gather(struct regions *regions, uint32_t whole);

#endif
