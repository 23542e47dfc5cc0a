/* What was kept of a page -> the text of its article in one piece. */
#ifndef INDEXER_PASSAGE_WHOLE_TEXT_H
#define INDEXER_PASSAGE_WHOLE_TEXT_H

#include "indexer/article.h"
#include "indexer/content/content.h"

/* Writes the whole text of an article: neither doubtful blocks nor readers' comments.
   PALPATE_NO_MEMORY. */
palpate_status whole_text_write(struct article *article, struct arena *arena,
        const struct content *content, palpate_error *err);

#endif
