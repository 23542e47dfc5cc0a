/* Any bytes are the body of an answer, with a first byte for its codings: what comes
   out stays below the bound; and what is coded as a server does it comes out as it was.
 */
#include "core/gzip.h"
#include "core/view.h"
#include "fuzz.h"
#include "indexer/source/http.h"

enum { MOST = 1 << 16 };

static const palpate_view CODINGS[] = { PALPATE_VIEW_INIT("gzip"),
    PALPATE_VIEW_INIT("deflate"), PALPATE_VIEW_INIT("identity"),
    PALPATE_VIEW_INIT("br") };

static void require_bounded(palpate_view bytes, unsigned how)
{
    struct http_head head = { .is_chunked = (how & 1) != 0,
        .coding_count = how >> 1 & 3,
        .codings = {
                CODINGS[how >> 3 & 3], CODINGS[how >> 5 & 3], CODINGS[how >> 7 & 1] } };
    struct buffer body = { 0 };
    palpate_error err;

    buffer_append(&body, bytes);
    if (http_body_decode(&body, &head, MOST, &err) == PALPATE_OK)
        REQUIRE(body.size <= MOST || body.size <= bytes.size);
    else
        fuzz_require_sentence(err.message);
    buffer_free(&body);
}

static void append_chunks(struct buffer *out, palpate_view bytes, unsigned size)
{
    for (size_t i = 0; i < bytes.size; i += size) {
        palpate_view chunk = view_slice(bytes, i, size);
        buffer_append_format(out, "%zx\r\n", chunk.size);
        buffer_append(out, chunk);
        buffer_append_string(out, "\r\n");
    }
    buffer_append_string(out, "0\r\n\r\n");
}

static void require_undone(palpate_view bytes, unsigned how)
{
    const struct http_head head = {
        .is_chunked = true, .coding_count = 1, .codings = { CODINGS[0] }
    };
    struct buffer packed = { 0 };
    struct buffer body = { 0 };

    REQUIRE(gzip_deflate(&packed, bytes, NULL) == PALPATE_OK);
    append_chunks(&body, buffer_view(&packed), 1 + how % 64);
    REQUIRE(http_body_decode(&body, &head, bytes.size + 1, NULL) == PALPATE_OK);
    REQUIRE(view_equals(buffer_view(&body), bytes));
    buffer_free(&packed);
    buffer_free(&body);
}

void fuzz_one(palpate_view bytes)
{
    unsigned how = fuzz_byte(&bytes);

    require_bounded(bytes, how);
    require_undone(bytes, how);
}
