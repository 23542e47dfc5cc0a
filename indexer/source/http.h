/* An answer of a web server, as it went over the wire -> what it says and its body. */
#ifndef INDEXER_HTTP_H
#define INDEXER_HTTP_H

#include <palpate/status.h>
#include <palpate/view.h>
#include <stdbool.h>

#include "core/arena.h"
#include "core/buffer.h"

enum { MAX_HTTP_CODINGS = 4 /* Content-Encodings on top of one another */ };

struct http_head {
    unsigned status;
    palpate_view content_type; /* as written; or empty */
    palpate_view robots;       /* of all X-Robots-Tags what is meant for everybody */
    palpate_view codings[MAX_HTTP_CODINGS]; /* in the order they were applied */
    unsigned coding_count; /* may be more than there is room for: then unreadable */
    bool is_chunked;
};

/* Takes the next "Name: value" line off `rest`, with the lines that continue it; lines
   of another form are skipped.  False at the empty line, which is left, and at the
   end. */
bool http_field_next(palpate_view *rest, palpate_view *name, palpate_view *value);

/* Reads a status line and the fields after it.  Views point into `text` or live in
   `arena`.  PALPATE_BAD_INPUT for what is no answer, PALPATE_NO_MEMORY. */
palpate_status http_head_read(struct http_head *head, struct arena *arena,
        palpate_view text, palpate_error *err);

/* Whether a Content-Type is that of a page. */
bool http_is_html(palpate_view content_type);

/* Appends those directives of an X-Robots-Tag that are simple words and not meant for
   one crawler only ("googlebot: noindex"), with commas between. */
void http_robots_append(struct buffer *out, palpate_view value);

/* Undoes chunks and encodings of a body in its place.  A body that was cut short is
   undone as far as it goes; one that is not encoded although the head says so stays.
   PALPATE_BAD_INPUT for an unknown encoding or damaged data, PALPATE_LIMIT for more
   than `most` bytes, PALPATE_NO_MEMORY. */
palpate_status http_body_decode(struct buffer *body, const struct http_head *head,
        size_t most, palpate_error *err);

#endif
