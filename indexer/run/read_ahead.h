/* Pages of the sources, in their order, most of them read by other threads before they
   are asked for. */
#ifndef INDEXER_READ_AHEAD_H
#define INDEXER_READ_AHEAD_H

#include <pthread.h>

#include "indexer/run/run.h"

/* A page on its way.  All of it lives until the next one is asked for. */
struct ahead_page {
    struct source_page source;
    struct page_reader reader;
    struct page page;
    palpate_status loaded; /* of page_load(), whose failure is that of the page */
    palpate_status read;   /* of page_read(), likewise */
    bool is_loaded;        /* this was tried */
    bool is_read;
    /* What the page was when it was read last, where it may stay as it is if it is that
       still: then it is loaded only. */
    bool may_stay;
    struct digest digest;
    uint64_t place;
    int state;
};

/* Says of a page that has come whether it is to be read ahead, and what it was. */
typedef bool read_ahead_wants(void *user, struct ahead_page *page);

struct read_ahead;

/* Reads pages for `run` with as many threads as it may have, the caller's among them.
   PALPATE_NO_MEMORY. */
palpate_status read_ahead_open(struct read_ahead **out, struct run *run,
        read_ahead_wants *wants, void *user, palpate_error *err);
void read_ahead_close(struct read_ahead *ahead);

/* The next page, or NULL at the end. */
struct ahead_page *read_ahead_next(struct read_ahead *ahead);

/* Loads and reads a page as far as that is still to be done: what decides about it
   knows more now. */
void ahead_page_load(struct ahead_page *page);
void ahead_page_read(struct ahead_page *page);

#endif
