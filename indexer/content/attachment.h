/* The page of a picture that WordPress makes by itself -> only its own text is kept. */
#ifndef INDEXER_ATTACHMENT_H
#define INDEXER_ATTACHMENT_H

#include "indexer/content/content.h"

/* Drops what stands around the picture on such a page: teasers of other articles, lists
   of the sidebar, lines of the footer.  Where the picture has no text of its own
   nothing is left.  Does nothing to any other page. */
void attachment_keep_own(struct content *content, const struct tree *tree);

#endif
