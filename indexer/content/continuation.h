/* Verdicts on the blocks of a page -> what its article has after an element that is
   closed too early. */
#ifndef INDEXER_CONTINUATION_H
#define INDEXER_CONTINUATION_H

#include "indexer/content/content.h"

/* Keeps the paragraphs, with their headings and lists, that stand right after the last
   paragraph that is kept, as its brothers or those of an element that holds it, where
   nothing says that they are anything else. */
void continuation_keep(struct content *content);

#endif
