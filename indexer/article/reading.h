/* Page bytes -> an article and all that was found out on the way to it. */
#ifndef INDEXER_READING_H
#define INDEXER_READING_H

#include "indexer/article.h"
#include "indexer/content/content.h"
#include "indexer/html/blocks.h"
#include "indexer/html/tree.h"

struct page_reading {
    struct tree tree;
    struct blocks blocks; /* of the page as it is shown */
    struct content content;
    struct article article;
    /* The text that a page without one of its own gives to search engines, read as a
       page; the article's text is then what it keeps, and the page keeps nothing.  NULL
       where the page shows its text. */
    struct page_reading *instead;
};

/* Reads `html` (any bytes); everything lives in `arena`.  Whoever indexes, extracts or
   explains a page reads it here.  Fails as article_read() does. */
palpate_status page_reading_make(struct page_reading *reading, struct arena *arena,
        palpate_view html, const struct page_origin *origin, palpate_error *err);

/* The same in two steps: only as far as the tree and the blocks, and from there on. */
palpate_status page_reading_cut(struct page_reading *reading, struct arena *arena,
        palpate_view html, const struct page_origin *origin, palpate_error *err);
palpate_status page_reading_judge(struct page_reading *reading, struct arena *arena,
        const struct page_origin *origin, palpate_error *err);

#endif
