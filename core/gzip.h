/* Compressed bytes -> bytes. */
#ifndef CORE_GZIP_H
#define CORE_GZIP_H

#include <palpate/status.h>
#include <palpate/view.h>
#include <stdbool.h>

#include "core/buffer.h"

#ifdef __cplusplus
extern "C" {
#endif

/* Whether the bytes start as a gzip stream does. */
bool gzip_is(palpate_view bytes);

/* Appends what `bytes` (gzip of one or more members, or zlib) inflate to.  At most
   `limit` bytes come out: more are PALPATE_LIMIT.  PALPATE_BAD_INPUT for damaged or cut
   bytes; what came out before the damage stays appended. */
palpate_status gzip_inflate(
        struct buffer *out, palpate_view bytes, size_t limit, palpate_error *err);

/* The same for what a web server compressed: gzip, zlib, or deflate without a header.
   Bytes that end early are inflated as far as they go, and `*is_whole` is false. */
palpate_status gzip_inflate_answer(struct buffer *out, bool *is_whole,
        palpate_view bytes, size_t limit, palpate_error *err);

/* Appends `bytes` as one gzip member without a time stamp, so that equal bytes give
   equal members. */
palpate_status gzip_deflate(struct buffer *out, palpate_view bytes, palpate_error *err);

#ifdef __cplusplus
}
#endif
#endif
