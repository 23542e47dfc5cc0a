/* The words around the title of a page -> who wrote it, and when. */
#ifndef INDEXER_BYLINE_AREA_H
#define INDEXER_BYLINE_AREA_H

#include "indexer/html/tree.h"
#include "indexer/metadata/statements.h"

/* Reads "By …", "Reviewed by …", "Published on …" and dates that stand alone, in the
   few lines after the heading `title` (TREE_NONE: from the start of the body) and the
   very few before it. */
void byline_area_read(
        struct statements *statements, const struct tree *tree, uint32_t title);

#endif
