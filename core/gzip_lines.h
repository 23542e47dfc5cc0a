/* A file or standard input, gzip or not -> lines. */
#ifndef CORE_GZIP_LINES_H
#define CORE_GZIP_LINES_H

#include <palpate/status.h>
#include <stdbool.h>

#include "core/buffer.h"
#include "core/gzip_stream.h"

#ifdef __cplusplus
extern "C" {
#endif

struct gzip_lines;

/* Opens `path`, or standard input for NULL.  PALPATE_BAD_INPUT, PALPATE_NO_MEMORY. */
palpate_status gzip_lines_open(
        struct gzip_lines **out, const char *path, palpate_error *err);
/* The same of a stream that is open already; `stream` belongs to the lines then, also
   after a failure. */
palpate_status gzip_lines_take(
        struct gzip_lines **out, struct gzip_stream *stream, palpate_error *err);
void gzip_lines_close(struct gzip_lines *lines);

/* Puts the next line, without its end, into `line`; `*has_line` is false at the end.
   PALPATE_LIMIT for a line over `most` bytes, which is skipped; PALPATE_BAD_INPUT
   where the file cannot be read further. */
palpate_status gzip_lines_next(bool *has_line, struct gzip_lines *lines,
        struct buffer *line, size_t most, palpate_error *err);

#ifdef __cplusplus
}
#endif
#endif
