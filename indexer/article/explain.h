/* A page's blocks and the verdicts on them -> what a person reads to see why. */
#ifndef INDEXER_EXPLAIN_H
#define INDEXER_EXPLAIN_H

#include <palpate/indexer.h>

#include "core/arena.h"
#include "core/buffer.h"
#include "indexer/article.h"

/* What stands before the first page and after the last; nothing but in HTML. */
void explain_begin(struct buffer *out, enum palpate_explain form);
void explain_end(struct buffer *out, enum palpate_explain form);

/* Appends every block of the page in its order: kept, doubtful, of a comment or
   dropped, its score and what weighed most, and how long the passages are.  `name` is
   the page's for people.  Fails as article_read() does. */
palpate_status explain_page(struct buffer *out, enum palpate_explain form,
        palpate_view name, palpate_view html, const struct page_origin *origin,
        struct arena *arena, palpate_error *err);

#endif
