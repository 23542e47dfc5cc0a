/* Blocks -> passages of about a hundred words. */
#ifndef INDEXER_PASSAGES_H
#define INDEXER_PASSAGES_H

#include "indexer/article.h"
#include "indexer/blocks.h"

enum {
    PASSAGE_WORDS = 100, /* aimed for */
    PASSAGE_MOST = 150,  /* longer blocks are split at sentences */
    PASSAGE_ITEM = 18    /* words from which a list item stands alone */
};

/* Cuts the article's passages and writes its whole text; fills these members of
   `article`, whose title is set.  PALPATE_NO_MEMORY. */
palpate_status passages_cut(struct article *article, struct arena *arena,
        const struct blocks *blocks, palpate_error *err);

#endif
