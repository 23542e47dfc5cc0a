/* A page of a source -> its bytes. */
#ifndef INDEXER_SOURCE_LOAD_H
#define INDEXER_SOURCE_LOAD_H

#include "core/buffer.h"
#include "indexer/source/source_page.h"

/* Reads the file of a page into `bytes` (cleared first), inflated where it is gzip.
   PALPATE_BAD_INPUT, PALPATE_IO, PALPATE_LIMIT with what to do.  Any thread. */
palpate_status source_load(
        struct source_page *page, struct buffer *bytes, palpate_error *err);

#endif
