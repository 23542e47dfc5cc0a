/* A tree -> elements that hold a single letter of a word. */
#ifndef INDEXER_LETTER_BOX_H
#define INDEXER_LETTER_BOX_H

#include <stdbool.h>

#include "indexer/html/tree.h"

/* Whether a div holds one letter and stands right beside another one that does: scripts
   that move letters put each in a box of its own.  Outside of headings only those whose
   style attribute puts them into a line. */
bool letter_box_is(const struct tree *tree, uint32_t element);

#endif
