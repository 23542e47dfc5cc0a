/* An article -> the terms of its words as a whole, on the document of its first
 * passage. */
#ifndef INDEXER_ARTICLE_TERMS_H
#define INDEXER_ARTICLE_TERMS_H

#include <palpate/status.h>
#include <stdbool.h>
#include <xapian-c/xapian-c.h>

#include "indexer/article.h"
#include "indexer/shard/postings.h"

/* What was counted of the text of each passage of an article, nothing of a doubtful
   one.  Zero-initialised is valid; the caller frees `items`. */
struct passage_runs {
    struct postings_run *items;
    size_t room;
};

/* Adds a term for each word of the article to `document`.  Refills `postings` and
   `runs`, from which the texts of the passages can be counted again.
   `*title_tells` is false for a title of which no word stands in the article: "Untitled
   document", "PMC1234567".  PALPATE_NO_MEMORY, or a failure of the index. */
palpate_status article_terms_add(bool *title_tells, xc_document *document,
        struct postings *postings, struct passage_runs *runs,
        const struct article *article, palpate_error *err);

#endif
