/* The text that a page tells search engines -> its passages, where it shows none. */
#ifndef INDEXER_TOLD_H
#define INDEXER_TOLD_H

#include "indexer/article.h"

/* Cuts `article->told`, plain text or HTML, into the article's text and passages, as if
   it were the page.  They have no fragments: what is not on the page cannot be landed
   on. PALPATE_NO_MEMORY. */
palpate_status told_read(struct article *article, struct arena *arena,
        const struct page_origin *origin, palpate_error *err);

#endif
