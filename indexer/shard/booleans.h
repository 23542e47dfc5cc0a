/* What an article is besides its words -> boolean terms that filters ask for. */
#ifndef INDEXER_BOOLEANS_H
#define INDEXER_BOOLEANS_H

#include <palpate/status.h>
#include <xapian-c/xapian-c.h>

#include "indexer/article.h"
#include "indexer/shard/stored_passage.h"

/* Adds to the document of a passage its article's key, site, language, labels and
   byline, and the passage's kind.  A value too long for a term is left out.  A failure
   is the index's. */
palpate_status booleans_add(xc_document *document, const struct article *article,
        const struct passage *passage, struct article_place place, palpate_error *err);

#endif
