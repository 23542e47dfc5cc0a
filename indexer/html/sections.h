/* Where what a heading heads ends, by the boxes and panels of the page. */
#ifndef INDEXER_SECTIONS_H
#define INDEXER_SECTIONS_H

#include "indexer/html/tree.h"

/* The node where what a heading, an element, heads ends at the latest: one in a box set
   apart from the text heads nothing outside of it. */
uint32_t section_end(const struct tree *tree, uint32_t heading);

#endif
