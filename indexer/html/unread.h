/* A tree -> its elements whose text is not read, though it stands in the page. */
#ifndef INDEXER_UNREAD_H
#define INDEXER_UNREAD_H

#include "indexer/html/tree.h"

/* Sets `is_unread` of the elements of a tree: scripts and the like, what browsers show
   only where they know no better, readings of ruby, what is hidden amid a sentence,
   raised marks of notes, and what belongs to a heading without being of it, such as a
   link to itself or to an editor.  Hidden blocks are read: they unfold. */
void unread_mark(struct tree *tree);

#endif
