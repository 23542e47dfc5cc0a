/* Sources -> parts of them, in order and of bounded size.  Where the parts are cut
   depends on the pages alone, so that the index is the same for any number of threads.
 */
#ifndef INDEXER_PARTS_H
#define INDEXER_PARTS_H

#include "indexer/source/source.h"

enum {
    /* Many small parts keep all threads at work to the end; of large ones the index is
       smaller, by a thirtieth.  So as many parts as threads can share, within bounds.
     */
    PART_COUNT = 32,
    PART_PAGES_LEAST = 128,
    PART_PAGES = 8192, /* at most */
    PART_BYTES_LEAST = 6 * 1024 * 1024,
    MAX_PART_BYTES = 48 * 1024 * 1024,
    PART_BYTES_STREAM = 16 * 1024 * 1024, /* what is read of streams is in memory */
    /* What is learnt from: pages at most, and bytes of those that are in memory. */
    FIRST_PAGES = 256,
    FIRST_BYTES = 32 * 1024 * 1024,
    /* … and bytes of those whose passages are looked at, too. */
    SAMPLED_BYTES = 3 * 1024 * 1024
};

struct part {
    struct arena arena; /* of what the sources of the part are known by */
    struct source_page *pages;
    uint32_t count;
    uint32_t number;
};

struct parts {
    struct source_list *sources;
    uint64_t part_bytes; /* at which a part ends */
    uint64_t part_pages;
    struct arena arena; /* of the first pages */
    struct source_page first[FIRST_PAGES];
    uint32_t first_count;
    uint32_t sampled; /* of the first pages: what their passages are like is learnt */
    uint32_t taken;   /* of the first pages */
    uint32_t count;   /* parts given out */
    uint64_t seen;    /* pages */
};

/* Takes the first pages of the sources: from them it is learnt what pages share. */
void parts_open(struct parts *parts, struct source_list *sources);
void parts_close(struct parts *parts);

/* PALPATE_NO_MEMORY; freed with part_free() also then. */
palpate_status part_open(struct part *part, palpate_error *err);
void part_free(struct part *part);

/* Fills the part with the next pages; false when there are none.  One thread at a time.
 */
bool parts_next(struct parts *parts, struct part *part);

#endif
