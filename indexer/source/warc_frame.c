#include "indexer/source/warc_frame.h"

#include <inttypes.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "core/ascii.h"
#include "core/printable.h"
#include "core/view.h"
#include "indexer/source/http.h"

enum {
    MAX_VERSION = 16,  /* bytes of "WARC/1.1" with its line end, and some more */
    MAX_LINE_ENDS = 64 /* bytes between records */
};

bool frame_spoil(struct frame *frame, const char *format, ...)
{
    va_list args;

    va_start(args, format);
    (void)vsnprintf(frame->reason, sizeof frame->reason, format, args);
    va_end(args);
    /* It quotes what stands in the record. */
    printable_make(frame->reason, sizeof frame->reason);
    return false;
}

/* "WARC/1.0" and the end of the line.  Nothing may stand before it: the search for the
   next record stops where this holds, and what starts there must begin so. */
static bool is_version(palpate_view bytes)
{
    size_t end = view_find(bytes, PALPATE_VIEW("\n"));
    palpate_view line = view_trim(view_slice(bytes, 0, end));

    return view_starts_with(bytes, PALPATE_VIEW("WARC/")) && end < bytes.size &&
           end < MAX_VERSION && line.size >= 8 && ascii_is_digit(line.data[5]) &&
           line.data[6] == '.' && ascii_is_digit(line.data[7]);
}

static bool say_cut(struct frame *frame)
{
    const char *damage = gzip_stream_damage(frame->stream);

    return damage == NULL || gzip_stream_is_trailing(frame->stream)
                   ? frame_spoil(frame, "it ends too early")
                   : frame_spoil(frame, "%s", damage);
}

/* The next bytes of the record.  It may go on in the next gzip member, unless a record
   starts there.  Empty, and a reason noted, where it is cut. */
static palpate_view record_bytes(struct frame *frame)
{
    palpate_view bytes = gzip_stream_peek(frame->stream, 1);

    while (bytes.size == 0) {
        if (!gzip_stream_go_on(frame->stream) ||
                is_version(gzip_stream_peek(frame->stream, MAX_VERSION))) {
            (void)say_cut(frame);
            break;
        }
        bytes = gzip_stream_peek(frame->stream, 1);
    }
    return bytes;
}

/* Appends the next line of the record, up to `left` bytes of it. */
static bool take_line(struct frame *frame, struct buffer *out, uint64_t *left)
{
    const char *end = NULL;

    while (end == NULL && *left > 0) {
        palpate_view bytes = record_bytes(frame);
        if (bytes.size == 0)
            return false;
        if (bytes.size > *left)
            bytes.size = (size_t)*left;
        end = memchr(bytes.data, '\n', bytes.size);
        if (end != NULL)
            bytes.size = (size_t)(end - bytes.data) + 1;
        if (out->size + bytes.size > MAX_FRAME_HEAD)
            return frame_spoil(
                    frame, "its headers are longer than %d bytes", MAX_FRAME_HEAD);
        buffer_append(out, bytes);
        gzip_stream_skip(frame->stream, bytes.size);
        *left -= bytes.size;
    }
    return !out->failed || frame_spoil(frame, "out of memory for its headers");
}

/* Reads lines up to an empty one, or up to the end of the block. */
static bool take_head(struct frame *frame, struct buffer *out, uint64_t *left)
{
    size_t start = 0;

    buffer_clear(out);
    while (*left > 0) {
        start = out->size;
        if (out == &frame->head &&
                is_version(gzip_stream_peek(frame->stream, MAX_VERSION)))
            return frame_spoil(frame, "it ends within its headers");
        if (!take_line(frame, out, left))
            return false;
        if (view_trim(view_slice(buffer_view(out), start, out->size)).size == 0)
            break;
    }
    return true;
}

/* Digits and nothing else; what cannot be a file's size is none. */
static bool read_size(uint64_t *size, palpate_view text)
{
    *size = 0;
    for (size_t i = 0; i < text.size; i++) {
        if (!ascii_is_digit(text.data[i]) || *size > INT64_MAX / 100)
            return false;
        *size = *size * 10 + (uint64_t)(text.data[i] - '0');
    }
    return text.size > 0;
}

static palpate_view without_brackets(palpate_view url)
{
    if (view_starts_with(url, PALPATE_VIEW("<")) &&
            view_ends_with(url, PALPATE_VIEW(">")))
        return view_slice(url, 1, url.size - 2);
    return url;
}

static void set_once(palpate_view *field, palpate_view value)
{
    if (field->size == 0)
        *field = value;
}

static bool read_fields(struct frame *frame, struct frame_fields *fields)
{
    palpate_view rest = buffer_view(&frame->head);
    palpate_view size = { NULL, 0 };
    palpate_view name;
    palpate_view value;

    *fields = (struct frame_fields){ .size = 0 };
    while (http_field_next(&rest, &name, &value)) {
        if (view_equals_ignoring_case(name, PALPATE_VIEW("warc-type")))
            set_once(&fields->type, value);
        else if (view_equals_ignoring_case(name, PALPATE_VIEW("warc-target-uri")))
            set_once(&fields->url, without_brackets(value));
        else if (view_equals_ignoring_case(name, PALPATE_VIEW("content-type")))
            set_once(&fields->content_type, value);
        else if (view_equals_ignoring_case(name, PALPATE_VIEW("content-length")))
            set_once(&size, value);
    }
    if (size.size == 0)
        return frame_spoil(frame, "it has no Content-Length");
    return read_size(&fields->size, size) ||
           frame_spoil(frame, "its Content-Length is not a size: %.*s",
                   (int)(size.size < 40 ? size.size : 40), size.data);
}

static size_t count_line_ends(palpate_view bytes)
{
    size_t count = 0;

    while (count < bytes.size &&
            (bytes.data[count] == '\r' || bytes.data[count] == '\n'))
        count++;
    return count;
}

/* Whether these bytes can stand after a record: an empty line, or the next record. */
static bool is_end(palpate_view bytes)
{
    size_t ends = count_line_ends(bytes);

    return ends == bytes.size || view_starts_with(bytes, PALPATE_VIEW("\r\n\r\n")) ||
           view_starts_with(bytes, PALPATE_VIEW("\n\n")) ||
           is_version(view_slice(bytes, ends, bytes.size));
}

/* Where the file allows it, the end of a record is looked at before its block is read,
   so that a wrong length does not swallow the records after. */
static bool check_ahead(struct frame *frame)
{
    char bytes[MAX_LINE_ENDS];
    size_t size = sizeof bytes;

    if (!gzip_stream_can_look(frame->stream))
        return true;
    if (!gzip_stream_look(frame->stream, frame->left, bytes, &size))
        return frame_spoil(frame,
                "its Content-Length is %" PRIu64 ", and the file ends before",
                frame->left);
    return is_end((palpate_view){ bytes, size }) ||
           frame_spoil(frame, "its Content-Length leads to no end of a record");
}

/* Reads the line that starts a record. */
static bool take_version(struct frame *frame)
{
    palpate_view bytes = gzip_stream_peek(frame->stream, MAX_VERSION);
    palpate_view start = view_slice(PALPATE_VIEW("WARC/"), 0, bytes.size);
    uint64_t most = MAX_VERSION;

    buffer_clear(&frame->head);
    if (view_starts_with(bytes, start) && !take_line(frame, &frame->head, &most))
        return false;
    return is_version(buffer_view(&frame->head)) ||
           frame_spoil(frame, "no record starts here");
}

bool frame_fields(struct frame *frame, struct frame_fields *fields)
{
    uint64_t most = UINT64_MAX;

    if (!take_version(frame) || !take_head(frame, &frame->head, &most) ||
            !read_fields(frame, fields))
        return false;
    frame->left = fields->size;
    return check_ahead(frame);
}

bool frame_lines(struct frame *frame, struct buffer *out)
{
    return take_head(frame, out, &frame->left);
}

/* Reads the rest of the block, into `out` or over it. */
static bool take_block(struct frame *frame, struct buffer *out)
{
    while (frame->left > 0) {
        palpate_view bytes = record_bytes(frame);
        if (bytes.size == 0)
            return false;
        if (bytes.size > frame->left)
            bytes.size = (size_t)frame->left;
        if (out != NULL)
            buffer_append(out, bytes);
        gzip_stream_skip(frame->stream, bytes.size);
        frame->left -= bytes.size;
    }
    return out == NULL || !out->failed ||
           frame_spoil(frame, "out of memory for a page");
}

/* Passes over the line ends after a record. */
static bool take_end(struct frame *frame)
{
    palpate_view bytes = gzip_stream_peek(frame->stream, MAX_LINE_ENDS);

    if (!is_end(bytes))
        return frame_spoil(frame, "its Content-Length leads to no end of a record");
    if (bytes.size < MAX_LINE_ENDS && gzip_stream_damage(frame->stream) != NULL)
        return say_cut(frame);
    return true;
}

bool frame_rest(struct frame *frame, struct buffer *out)
{
    return take_block(frame, out) && take_end(frame);
}

bool frame_find(struct frame *frame)
{
    bool is_line = true;

    for (;;) {
        palpate_view bytes = gzip_stream_peek(frame->stream, MAX_VERSION);
        if (bytes.size == 0) {
            is_line = true;
            if (gzip_stream_go_on(frame->stream) ||
                    gzip_stream_recover(frame->stream, PALPATE_VIEW("WARC/")))
                continue;
            return false;
        }
        if (is_line && is_version(bytes))
            return true;
        const char *end = memchr(bytes.data, '\n', bytes.size);
        is_line = end != NULL;
        gzip_stream_skip(
                frame->stream, is_line ? (size_t)(end - bytes.data) + 1 : bytes.size);
    }
}

bool frame_begin(struct frame *frame)
{
    const char *damage = NULL;

    frame->reason[0] = '\0';
    for (;;) {
        palpate_view bytes = gzip_stream_peek(frame->stream, MAX_VERSION);
        size_t ends = count_line_ends(bytes);
        if (bytes.size == 0 && !gzip_stream_go_on(frame->stream))
            break;
        gzip_stream_skip(frame->stream, ends);
        frame->place = gzip_stream_place(frame->stream);
        if (ends < bytes.size)
            return true;
    }
    frame->place = gzip_stream_place(frame->stream);
    damage = gzip_stream_damage(frame->stream);
    if (damage != NULL)
        (void)frame_spoil(frame, "%s", damage);
    return false;
}
