/* A tree -> what the page says of itself. */
#ifndef INDEXER_METADATA_H
#define INDEXER_METADATA_H

#include "indexer/article.h"
#include "indexer/tree.h"

/* Fills title, byline, dates, language, description, site, image, reviewer and
   canonical of `article`, and its verdict by robots (`robots` is the X-Robots-Tag
   header, may be empty). Order of trust: JSON-LD, OpenGraph, named metas, the page's
   own elements.  Lives in `arena`; PALPATE_NO_MEMORY. */
palpate_status metadata_read(struct article *article, struct arena *arena,
        const struct tree *tree, palpate_view robots, palpate_error *err);

/* "2024-05-01T10:00:00Z", "1 May 2024", "May 1, 2024" as ISO 8601; empty for what is no
   date.  Lives in `arena`; data is NULL when memory is out. */
palpate_view metadata_date(struct arena *arena, palpate_view text);

#endif
