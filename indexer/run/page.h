/* A page of a source -> its article, address and what becomes of it. */
#ifndef INDEXER_PAGE_H
#define INDEXER_PAGE_H

#include <palpate/indexer.h>

#include "indexer/article.h"
#include "indexer/content/shared_blocks.h"
#include "indexer/shard/catalog.h"
#include "indexer/source/source.h"

/* What works on pages needs; one for each thread. */
struct page_reader {
    const palpate_index_options *options;
    struct arena arena;  /* of the page at hand: cleared for the next one */
    struct buffer bytes; /* of the page at hand, */
    struct buffer html;  /* and what a filter made of them */
    const struct shared_blocks *shared; /* what pages of the site share, or NULL */
    const struct selectors *selectors;  /* of what is read of a page, or NULL */
    bool is_extracting;                 /* nothing is kept that compares pages */
};

struct page {
    struct article article;
    palpate_view place; /* the address where it lies, */
    palpate_view claim; /* another one that it calls its own, or empty, */
    palpate_view url;   /* and the one of them that it has */
    struct catalog_entry entry;
    const char *why;       /* it is not indexed, for people; NULL where it is */
    palpate_error failure; /* what `why` may point to */
};

void page_reader_free(struct page_reader *reader);

/* What came with a page of the source, and how the reader reads it. */
struct page_origin page_origin_of(
        const struct source_page *source, const struct page_reader *reader);

/* The key of the address where a page lies.  PALPATE_NO_MEMORY. */
palpate_status page_find_place(uint64_t *place, struct page_reader *reader,
        const struct source_page *source, palpate_error *err);

/* Loads the bytes of a page, if they are not there, and fills digest, size and time of
   `entry`.  PALPATE_BAD_INPUT, PALPATE_NO_MEMORY. */
palpate_status page_load(struct catalog_entry *entry, struct page_reader *reader,
        struct source_page *source, palpate_error *err);

/* Reads a page only as far as to learn what it shares with others of its site; what it
   says lives in `kept`.  Where `article` is not NULL, the page is read to its end: its
   article lives until the reader's next page.  One that cannot be read says nothing: it
   is reported when it is read.  Fails only with PALPATE_NO_MEMORY. */
palpate_status page_block_hashes(struct block_hashes *out, struct article *article,
        struct arena *kept, struct page_reader *reader,
        const struct source_page *source, palpate_error *err);

/* Gives a page that is to be indexed one of its addresses. */
void page_put(struct page *page, bool at_place);

/* Reads a loaded page, whose entry is filled as far as page_load() does.  What it
   points to lives until the reader's next page.  A page that cannot be read has the
   outcome FAILED and says why in `err`; only PALPATE_NO_MEMORY fails. */
palpate_status page_read(struct page *page, struct page_reader *reader,
        const struct source_page *source, palpate_error *err);

#endif
