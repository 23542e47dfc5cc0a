/* The bytes of a WARC file -> its HTML pages. */
#ifndef INDEXER_WARC_H
#define INDEXER_WARC_H

#include <palpate/status.h>
#include <palpate/view.h>
#include <stdbool.h>

#include "core/arena.h"
#include "core/gzip_stream.h"
#include "indexer/source/source_page.h"

enum {
    MAX_WARC_BODY = MAX_SOURCE_PAGE, /* bytes of a page: as it came, and decoded */
    WARC_MESSAGE = 640
};

/* A page, or a record that cannot be read. */
struct warc_record {
    palpate_view url; /* empty where the damage leaves open which pages it hides */
    palpate_view content_type; /* of the page; may be empty */
    palpate_view robots;       /* its X-Robots-Tag; may be empty */
    palpate_view html;         /* decoded */
    char damage[WARC_MESSAGE]; /* where and what; or empty: a page */
};

struct warc;

/* Whether a stream is a WARC file: by its first bytes. */
bool warc_is(struct gzip_stream *stream);

/* `stream` belongs to the reader then, also after a failure.  PALPATE_NO_MEMORY. */
palpate_status warc_open(
        struct warc **out, struct gzip_stream *stream, palpate_error *err);
void warc_close(struct warc *warc);

/* The next page, copied into `arena`, or the next damage; false at the end.  Pages are
   `response` records of status 200 and `resource` records, both of HTML; others are
   skipped.  After a damage reading goes on at the next record that can be found. */
bool warc_next(struct warc *warc, struct arena *arena, struct warc_record *record);

#endif
