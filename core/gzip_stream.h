/* A file or standard input, gzip or not -> bytes, and where they stand in it. */
#ifndef CORE_GZIP_STREAM_H
#define CORE_GZIP_STREAM_H

#include <palpate/status.h>
#include <palpate/view.h>
#include <stdbool.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

enum { GZIP_STREAM_PEEK = 64 * 1024 /* bytes that can be peeked at for sure */ };

struct gzip_stream;

/* Where the next byte stands. */
struct gzip_place {
    uint64_t file;   /* offset of its gzip member in the file; or of itself, not gzip */
    uint64_t inside; /* offset in what the member inflates to; 0 where it is not gzip */
};

/* Opens `path` as file_open() does, or standard input for NULL.  PALPATE_BAD_INPUT,
   PALPATE_NO_MEMORY. */
palpate_status gzip_stream_open(
        struct gzip_stream **out, const char *path, palpate_error *err);
void gzip_stream_close(struct gzip_stream *stream);

/* Whether the file stands below `folder`, as file_is_below() has it. */
bool gzip_stream_is_below(const struct gzip_stream *stream, palpate_view folder);

/* The bytes that come next, valid until the next call: `least` (GZIP_STREAM_PEEK at
   most) or more, fewer only before the end of a member, of the file, or a damage.  What
   is not gzip is one member. */
palpate_view gzip_stream_peek(struct gzip_stream *stream, size_t least);

/* Goes on after `size` bytes that were peeked at. */
void gzip_stream_skip(struct gzip_stream *stream, size_t size);

/* Where nothing is left to peek at: goes on to the next member.  False at the end, and
   where gzip_stream_damage() says why not. */
bool gzip_stream_go_on(struct gzip_stream *stream);

/* Why reading cannot go on, or NULL; lives as long as the stream. */
const char *gzip_stream_damage(const struct gzip_stream *stream);

/* Whether the damage is only that something else stands after the last member. */
bool gzip_stream_is_trailing(const struct gzip_stream *stream);

/* After a damage: goes on to the next member whose bytes start with `start` (at most 16
   bytes).  False where there is none.  The time it takes is linear in the file. */
bool gzip_stream_recover(struct gzip_stream *stream, palpate_view start);

struct gzip_place gzip_stream_place(const struct gzip_stream *stream);

/* Whether gzip_stream_look() works: on a regular file that is not gzip. */
bool gzip_stream_can_look(const struct gzip_stream *stream);

/* Reads up to `*size` bytes that stand `ahead` bytes after the next one, without going
   there.  False where the file does not reach so far. */
bool gzip_stream_look(
        const struct gzip_stream *stream, uint64_t ahead, char *bytes, size_t *size);

#ifdef __cplusplus
}
#endif
#endif
