/* Any bytes inflate to no more than the bound, by the member and by the stream alike;
   and what was deflated comes back. */
#include <unistd.h>

#include "core/gzip.h"
#include "core/gzip_stream.h"
#include "core/view.h"
#include "fuzz.h"

enum { MOST = 1 << 18 };

static void read_stream(struct buffer *out, const char *path)
{
    struct gzip_stream *stream = NULL;

    REQUIRE(gzip_stream_open(&stream, path, NULL) == PALPATE_OK);
    do {
        palpate_view next = gzip_stream_peek(stream, 1);
        for (; next.size > 0 && out->size <= MOST; next = gzip_stream_peek(stream, 1)) {
            buffer_append(out, next);
            gzip_stream_skip(stream, next.size);
        }
    } while (out->size <= MOST && gzip_stream_go_on(stream));
    gzip_stream_close(stream);
}

static void require_the_same(palpate_view bytes)
{
    char path[FUZZ_PATH];
    struct buffer whole = { 0 };
    struct buffer streamed = { 0 };
    int file = fuzz_file(path, bytes);
    palpate_status status = gzip_inflate(&whole, bytes, MOST, NULL);

    REQUIRE(whole.size <= MOST);
    read_stream(&streamed, path);
    if (gzip_is(bytes) && status == PALPATE_OK)
        /* A stream also looks for members after what pads the one before. */
        REQUIRE(view_starts_with(buffer_view(&streamed), buffer_view(&whole)));
    else if (!gzip_is(bytes))
        REQUIRE(view_equals(bytes, buffer_view(&streamed)));
    (void)close(file);
    buffer_free(&whole);
    buffer_free(&streamed);
}

static void require_back(palpate_view bytes)
{
    struct buffer packed = { 0 };
    struct buffer plain = { 0 };

    REQUIRE(gzip_deflate(&packed, bytes, NULL) == PALPATE_OK);
    REQUIRE(gzip_is(buffer_view(&packed)));
    REQUIRE(gzip_inflate(&plain, buffer_view(&packed), bytes.size, NULL) == PALPATE_OK);
    REQUIRE(view_equals(buffer_view(&plain), bytes));
    buffer_free(&packed);
    buffer_free(&plain);
}

void fuzz_one(palpate_view bytes)
{
    struct buffer answer = { 0 };
    bool is_whole = false;

    require_the_same(bytes);
    require_back(bytes);
    (void)gzip_inflate_answer(&answer, &is_whole, bytes, MOST, NULL);
    REQUIRE(answer.size <= MOST);
    buffer_free(&answer);
}
