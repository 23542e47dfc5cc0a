/* The regions of a page -> numbers that the trees of regions ask about. */
#ifndef INDEXER_REGION_TRAITS_H
#define INDEXER_REGION_TRAITS_H

#include "indexer/content/region_page.h"

/* Fills the traits of all regions, which are listed. */
void region_traits_read(const struct region_page *page, struct regions *regions);

#endif
