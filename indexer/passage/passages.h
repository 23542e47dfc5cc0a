/* Blocks -> passages of about a hundred words. */
#ifndef INDEXER_PASSAGES_H
#define INDEXER_PASSAGES_H

#include "indexer/article.h"
#include "indexer/content/content.h"

enum {
    PASSAGE_WORDS = 100, /* aimed for */
    MAX_PASSAGE = 150,   /* longer blocks are split at sentences */
    PASSAGE_ITEM = 18    /* words from which a list item stands alone */
};

/* Cuts the passages of an article, whose title and language are set.  Doubtful blocks
   and readers' comments make passages of their own, marked as such.  PALPATE_NO_MEMORY.
 */
palpate_status passages_cut(struct article *article, struct arena *arena,
        const struct content *content, palpate_error *err);

#endif
