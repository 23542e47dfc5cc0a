/* The bytes of a WARC file -> records: their fields, their blocks, their ends. */
#ifndef INDEXER_WARC_FRAME_H
#define INDEXER_WARC_FRAME_H

#include <palpate/view.h>
#include <stdbool.h>
#include <stdint.h>

#include "core/buffer.h"
#include "core/gzip_stream.h"

enum { MAX_FRAME_HEAD = 64 * 1024 /* bytes of fields, of a record or its answer */ };

/* What the fields of a record say. */
struct frame_fields {
    palpate_view type;
    palpate_view url;
    palpate_view content_type;
    uint64_t size; /* of the block */
};

/* What reads records, one after another.  A function that returns false has noted in
   `reason` what is wrong, and frame_find() is the one to call. */
struct frame {
    struct gzip_stream *stream;
    struct gzip_place place; /* of the record at hand */
    uint64_t left;           /* bytes of its block that were not read */
    struct buffer head;      /* its fields */
    char reason[300];        /* what is wrong with it, or empty */
};

/* Notes what is wrong with the record at hand; false, to be returned. */
bool frame_spoil(struct frame *frame, const char *format, ...)
        __attribute__((format(printf, 2, 3)));

/* Goes to where the next record should be; false at the end, without a reason, and at a
   damage. */
bool frame_begin(struct frame *frame);

/* Reads the fields, whose views live until the next record, and where the file can be
   looked into, whether the block is as long as they say. */
bool frame_fields(struct frame *frame, struct frame_fields *fields);

/* Reads lines of the block into `out` (cleared first), up to an empty one or the end of
   the block. */
bool frame_lines(struct frame *frame, struct buffer *out);

/* Reads the rest of the block after what is in `out`, or over it where that is NULL,
   and the end of the record. */
bool frame_rest(struct frame *frame, struct buffer *out);

/* Goes on to the next line that starts a record, which is found also where the damage
   is.  False where there is none. */
bool frame_find(struct frame *frame);

#endif
