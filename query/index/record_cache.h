/* Records that questions have read, kept for the questions to come.  Of a small site it
   soon holds all that is asked for, and nothing is read or inflated twice. */
#ifndef QUERY_RECORD_CACHE_H
#define QUERY_RECORD_CACHE_H

#include <palpate/view.h>
#include <stdint.h>

#include "core/arena.h"
#include "core/table.h"

enum {
    /* Bytes of records in one half that end its time.  A half takes a block of the
       arena more than that, and what the last question adds. */
    RECORD_CACHE_HALF = 4 * 1024 * 1024
};

struct record_half {
    struct arena records;
    struct table table; /* documents -> their records */
    palpate_view *items;
    size_t room; /* of `items` */
};

/* Zero-initialised is a valid empty cache.  One thread at a time.  What is asked for
   moves to the young half; when that is full, the old one is dropped and they change
   places: about the least recently used go, without a list of who was. */
struct record_cache {
    struct record_half young;
    struct record_half old;
};

/* Another question begins: records handed out before may go. */
void record_cache_begin(struct record_cache *cache);

/* The record of a document, or data NULL.  Valid until another question begins. */
palpate_view record_cache_find(struct record_cache *cache, uint32_t document);

/* Keeps a copy of a record that is not in the cache, and returns the copy; data is NULL
   when memory is out.  Valid until another question begins. */
palpate_view record_cache_add(
        struct record_cache *cache, uint32_t document, palpate_view record);

/* Drops all: the documents may be others now. */
void record_cache_forget(struct record_cache *cache);

#endif
