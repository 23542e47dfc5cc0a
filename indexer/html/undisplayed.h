/* The style sheets of a page -> the elements that they hide. */
#ifndef INDEXER_UNDISPLAYED_H
#define INDEXER_UNDISPLAYED_H

#include "indexer/html/tree.h"

/* Sets `is_undisplayed` of the elements that a rule in the page hides on all screens
   until something changes.  A style attribute overrides the sheets. */
void undisplayed_mark(struct tree *tree);

#endif
