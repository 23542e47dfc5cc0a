/* Lines of {"url","html"}, or a WARC file -> pages. */
#ifndef INDEXER_STREAM_H
#define INDEXER_STREAM_H

#include "core/arena.h"
#include "indexer/source/source_page.h"

struct stream;

/* Told of what cannot be read, and of which page it is: empty where it may be any. */
typedef void stream_report(
        void *user, const char *source, palpate_view id, const char *message);

/* Opens a file, gzip or not, or standard input for NULL.  It is a WARC file by its name
   or its first bytes.  It must lie below the folder `below`, where that is not empty.
   PALPATE_BAD_INPUT. */
palpate_status stream_open(
        struct stream **out, const char *path, palpate_view below, palpate_error *err);
void stream_close(struct stream *stream);

/* Whether the file at `path` starts as a WARC file does, whatever its name. */
bool stream_is_warc(const char *path);

/* The next page, copied into `arena`; false at the end.  A line or record that is no
   page is reported with its number or place and skipped. */
bool stream_next(struct stream *stream, struct arena *arena, struct source_page *page,
        stream_report *report, void *user);

#endif
