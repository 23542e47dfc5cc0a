#include "core/gzip.h"

#include <zlib.h>

#include "core/fail.h"

enum {
    STEP = 64 * 1024,   /* bytes of output asked for at once */
    EITHER_FORMAT = 32, /* zlib: recognise gzip and zlib by their headers */
    GZIP_FORMAT = 16
};

bool gzip_is(palpate_view bytes)
{
    return bytes.size >= 2 && (unsigned char)bytes.data[0] == 0x1F &&
           (unsigned char)bytes.data[1] == 0x8B;
}

static uInt step_of(size_t size)
{
    return size < STEP ? (uInt)size : (uInt)STEP;
}

/* One call of inflate(); its result, or Z_MEM_ERROR. */
static int inflate_step(z_stream *stream, struct buffer *out)
{
    char *end = buffer_reserve(out, STEP);

    if (end == NULL)
        return Z_MEM_ERROR;
    stream->next_out = (Bytef *)end;
    stream->avail_out = STEP;
    int result = inflate(stream, Z_NO_FLUSH);
    out->size += STEP - stream->avail_out;
    return result;
}

static palpate_status failure(int result, palpate_error *err)
{
    if (result == Z_MEM_ERROR)
        return fail(err, PALPATE_NO_MEMORY, "out of memory while inflating");
    return fail(err, PALPATE_BAD_INPUT, "the compressed data is %s",
            result == Z_BUF_ERROR ? "cut short" : "damaged");
}

/* Inflates member after member; zlib's result, Z_STREAM_END for a good end. */
static int inflate_members(
        z_stream *stream, struct buffer *out, palpate_view bytes, size_t most)
{
    size_t left = bytes.size;
    int result = Z_OK;

    stream->next_in = (z_const Bytef *)bytes.data;
    while (out->size <= most) {
        if (stream->avail_in == 0) {
            stream->avail_in = left > UINT32_MAX / 2 ? UINT32_MAX / 2 : (uInt)left;
            left -= stream->avail_in;
        }
        result = inflate_step(stream, out);
        if (result == Z_STREAM_END) {
            left += stream->avail_in;
            if (left < 2 || stream->next_in[0] != 0x1F || stream->next_in[1] != 0x8B)
                break; /* whatever stands after the last member is padding */
            stream->avail_in = 0;
            result = inflateReset(stream);
        }
        if (result != Z_OK)
            break;
    }
    return result;
}

/* Appends what `bytes` inflate to; `*result` is zlib's, Z_STREAM_END for a good end. */
static palpate_status inflate_all(int *result, struct buffer *out, palpate_view bytes,
        int window, size_t limit, palpate_error *err)
{
    z_stream stream = { 0 };
    size_t start = out->size;

    *result = Z_MEM_ERROR;
    if (inflateInit2(&stream, window) != Z_OK)
        return failure(Z_MEM_ERROR, err);
    *result = inflate_members(&stream, out, bytes, start + limit);
    inflateEnd(&stream);

    if (out->size - start > limit) {
        out->size = start + limit;
        return fail(err, PALPATE_LIMIT, "inflates to more than %zu bytes", limit);
    }
    return *result == Z_STREAM_END ? PALPATE_OK : failure(*result, err);
}

palpate_status gzip_inflate(
        struct buffer *out, palpate_view bytes, size_t limit, palpate_error *err)
{
    int result = Z_OK;

    return inflate_all(&result, out, bytes, MAX_WBITS + EITHER_FORMAT, limit, err);
}

/* Whether the bytes start as zlib's own format does. */
static bool is_zlib(palpate_view bytes)
{
    if (bytes.size < 2)
        return false;
    unsigned first = (unsigned char)bytes.data[0];
    unsigned second = (unsigned char)bytes.data[1];
    return (first & 0x0F) == Z_DEFLATED && (first << 8 | second) % 31 == 0;
}

palpate_status gzip_inflate_answer(struct buffer *out, bool *is_whole,
        palpate_view bytes, size_t limit, palpate_error *err)
{
    bool has_header = gzip_is(bytes) || is_zlib(bytes);
    int result = Z_OK;
    palpate_status status = inflate_all(&result, out, bytes,
            has_header ? MAX_WBITS + EITHER_FORMAT : -MAX_WBITS, limit, err);

    *is_whole = status == PALPATE_OK;
    return status == PALPATE_BAD_INPUT && result == Z_BUF_ERROR ? PALPATE_OK : status;
}

palpate_status gzip_deflate(struct buffer *out, palpate_view bytes, palpate_error *err)
{
    z_stream stream = { 0 };
    size_t left = bytes.size;
    int result = Z_OK;

    if (deflateInit2(&stream, Z_DEFAULT_COMPRESSION, Z_DEFLATED,
                MAX_WBITS + GZIP_FORMAT, 8, Z_DEFAULT_STRATEGY) != Z_OK)
        return fail(err, PALPATE_NO_MEMORY, "out of memory while deflating");
    stream.next_in = (z_const Bytef *)bytes.data;
    while (result == Z_OK) {
        char *end = buffer_reserve(out, STEP);
        if (end == NULL)
            break;
        if (stream.avail_in == 0) {
            stream.avail_in = step_of(left);
            left -= stream.avail_in;
        }
        stream.next_out = (Bytef *)end;
        stream.avail_out = STEP;
        result = deflate(&stream, left == 0 ? Z_FINISH : Z_NO_FLUSH);
        out->size += STEP - stream.avail_out;
    }
    deflateEnd(&stream);
    return result == Z_STREAM_END
                   ? PALPATE_OK
                   : fail(err, PALPATE_NO_MEMORY, "out of memory while deflating");
}
