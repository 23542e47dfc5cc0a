#include "core/gzip_lines.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <zlib.h>

#include "core/fail.h"

enum { STEP = 64 * 1024 };

struct gzip_lines {
    gzFile file;
    char bytes[STEP];
    size_t size;
    size_t place;
};

palpate_status gzip_lines_open(
        struct gzip_lines **out, const char *path, palpate_error *err)
{
    struct gzip_lines *lines = calloc(1, sizeof *lines);

    *out = NULL;
    if (lines == NULL)
        return fail(err, PALPATE_NO_MEMORY, "out of memory for a stream");
    /* Standard input is duplicated, so that closing the stream leaves it open. */
    lines->file = path == NULL ? gzdopen(dup(STDIN_FILENO), "rb") : gzopen(path, "rb");
    if (lines->file == NULL) {
        free(lines);
        return fail(err, PALPATE_BAD_INPUT, "cannot open: %s", strerror(errno));
    }
    (void)gzbuffer(lines->file, STEP * 2);
    *out = lines;
    return PALPATE_OK;
}

void gzip_lines_close(struct gzip_lines *lines)
{
    if (lines == NULL)
        return;
    (void)gzclose(lines->file);
    free(lines);
}

/* Fills the step; false at the end or after a failure. */
static bool refill(struct gzip_lines *lines, palpate_status *status, palpate_error *err)
{
    int got = gzread(lines->file, lines->bytes, STEP);
    int number = 0;

    lines->place = 0;
    lines->size = got > 0 ? (size_t)got : 0;
    const char *message = gzerror(lines->file, &number);
    if (number != Z_OK && number != Z_STREAM_END)
        *status = fail(err, PALPATE_BAD_INPUT, "cannot read further: %s",
                number == Z_ERRNO ? strerror(errno) : message);
    return lines->size > 0;
}

palpate_status gzip_lines_next(bool *has_line, struct gzip_lines *lines,
        struct buffer *line, size_t most, palpate_error *err)
{
    palpate_status status = PALPATE_OK;
    bool is_over = false;

    *has_line = false;
    buffer_clear(line);
    while (lines->place < lines->size || refill(lines, &status, err)) {
        char *from = lines->bytes + lines->place;
        size_t left = lines->size - lines->place;
        char *end = memchr(from, '\n', left);
        size_t size = end == NULL ? left : (size_t)(end - from);
        *has_line = true;
        is_over |= line->size + size > most;
        if (!is_over)
            buffer_append(line, (palpate_view){ from, size });
        lines->place += size + (end != NULL);
        if (end != NULL)
            break;
    }
    if (line->failed)
        return fail(err, PALPATE_NO_MEMORY, "out of memory for a line");
    if (is_over)
        return fail(err, PALPATE_LIMIT,
                "longer than the %zu bytes that are read: left out", most);
    return status;
}
