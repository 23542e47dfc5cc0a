/* Lines of {"url","html"} -> pages. */
#ifndef INDEXER_STREAM_H
#define INDEXER_STREAM_H

#include "indexer/source.h"

struct stream;

/* Opens a file, gzip or not, or standard input for NULL.  PALPATE_BAD_INPUT. */
palpate_status stream_open(struct stream **out, const char *path, palpate_error *err);
void stream_close(struct stream *stream);

/* The next page, copied into `arena`; false at the end.  A line that is no page is
   reported with its number and passed over. */
bool stream_next(struct stream *stream, struct arena *arena, struct source_page *page,
        source_report *report, void *user);

#endif
