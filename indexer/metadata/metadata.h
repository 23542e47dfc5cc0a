/* A tree -> what the page says of itself. */
#ifndef INDEXER_METADATA_H
#define INDEXER_METADATA_H

#include "indexer/article.h"
#include "indexer/html/tree.h"

/* Fills title, byline, dates, language, description, site, image, reviewer and
   canonical of `article`, and its verdict by robots.  Whom to believe: statements.c;
   which title: titles.h.  Lives in `arena`; PALPATE_NO_MEMORY. */
palpate_status metadata_read(struct article *article, struct arena *arena,
        const struct tree *tree, const struct page_origin *origin, palpate_error *err);

#endif
