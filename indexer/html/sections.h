/* A heading -> where what it heads ends, and the id that opens it. */
#ifndef INDEXER_SECTIONS_H
#define INDEXER_SECTIONS_H

#include "indexer/html/tree.h"

/* The node where what a heading, an element, heads ends at the latest: one in a box set
   apart from the text heads nothing outside of it. */
uint32_t section_end(const struct tree *tree, uint32_t heading);

/* The id by which a link opens the page at a heading: its own, of what stands in it, or
   of the section that it begins; empty where there is none. */
palpate_view section_anchor(const struct tree *tree, uint32_t heading);

#endif
