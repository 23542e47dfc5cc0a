/* An article's title and headings -> boolean terms that complete what is being typed.
 */
#ifndef INDEXER_COMPLETIONS_H
#define INDEXER_COMPLETIONS_H

#include <palpate/status.h>
#include <xapian-c/xapian-c.h>

#include "indexer/article.h"

/* Adds to the document of a passage the article's title, where the passage is its
   first, and the heading above it, where the passage is the first below it.  A failure
   is the index's. */
palpate_status completions_add(xc_document *document, const struct article *article,
        uint32_t ordinal, palpate_error *err);

#endif
