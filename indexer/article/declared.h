/* Questions that a page declares -> headings of the blocks that answer them. */
#ifndef INDEXER_DECLARED_H
#define INDEXER_DECLARED_H

#include "indexer/article.h"
#include "indexer/html/blocks.h"

/* Finds the questions and answers that `article` has from the data of the page among
   its blocks, whatever their elements, and marks them as declared; a question becomes
   the heading of its answer.  Where a question has none on the page, since a script
   puts it there, its answer is taken from the data.  PALPATE_NO_MEMORY. */
palpate_status declared_mark(struct blocks *blocks, struct arena *arena,
        const struct tree *tree, const struct article *article, palpate_error *err);

#endif
