/* Pages that list others: what they list is their text. */
#ifndef INDEXER_LISTING_H
#define INDEXER_LISTING_H

#include "indexer/content/content.h"

/* Keeps the items of the largest list of a page on which hardly anything is kept and
   that does not say that it is an article, a product or a forum: at least four elements
   of one shape with links, in no part of the frame, which are most of what there is
   outside of the frame. */
void listing_keep(struct content *content);

#endif
