#include "core/gzip_lines.h"

#include <stdlib.h>
#include <string.h>

#include "core/fail.h"

struct gzip_lines {
    struct gzip_stream *stream;
};

palpate_status gzip_lines_take(
        struct gzip_lines **out, struct gzip_stream *stream, palpate_error *err)
{
    *out = calloc(1, sizeof **out);
    if (*out == NULL) {
        gzip_stream_close(stream);
        return fail(err, PALPATE_NO_MEMORY, "out of memory for a stream");
    }
    (*out)->stream = stream;
    return PALPATE_OK;
}

palpate_status gzip_lines_open(
        struct gzip_lines **out, const char *path, palpate_error *err)
{
    struct gzip_stream *stream = NULL;
    palpate_status status = gzip_stream_open(&stream, path, err);

    *out = NULL;
    return status == PALPATE_OK ? gzip_lines_take(out, stream, err) : status;
}

void gzip_lines_close(struct gzip_lines *lines)
{
    if (lines == NULL)
        return;
    gzip_stream_close(lines->stream);
    free(lines);
}

/* Bytes that come next, of whichever member; none at the end and at a damage. */
static palpate_view bytes_ahead(struct gzip_stream *stream)
{
    palpate_view bytes = gzip_stream_peek(stream, 1);

    while (bytes.size == 0 && gzip_stream_go_on(stream))
        bytes = gzip_stream_peek(stream, 1);
    return bytes;
}

palpate_status gzip_lines_next(bool *has_line, struct gzip_lines *lines,
        struct buffer *line, size_t most, palpate_error *err)
{
    struct gzip_stream *stream = lines->stream;
    palpate_view bytes;
    bool is_over = false;
    const char *end = NULL;

    *has_line = false;
    buffer_clear(line);
    while (end == NULL && (bytes = bytes_ahead(stream)).size > 0) {
        end = memchr(bytes.data, '\n', bytes.size);
        if (end != NULL)
            bytes.size = (size_t)(end - bytes.data);
        *has_line = true;
        is_over |= line->size + bytes.size > most;
        if (!is_over)
            buffer_append(line, bytes);
        gzip_stream_skip(stream, bytes.size + (end != NULL));
    }
    if (line->failed)
        return fail(err, PALPATE_NO_MEMORY, "out of memory for a line");
    if (is_over)
        return fail(err, PALPATE_LIMIT,
                "longer than the %zu bytes that are read: left out", most);
    if (end == NULL && gzip_stream_damage(stream) != NULL &&
            !gzip_stream_is_trailing(stream)) /* gzip passes over that, too */
        return fail(err, PALPATE_BAD_INPUT, "%s", gzip_stream_damage(stream));
    return PALPATE_OK;
}
