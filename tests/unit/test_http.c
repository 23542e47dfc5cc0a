#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <string.h>

#include "core/gzip.h"
#include "core/view.h"
#include "indexer/source/http.h"

enum { MOST = 100000 };

static struct arena arena;
static struct http_head head;
static struct buffer body;

static int finish(void **state)
{
    (void)state;
    arena_free(&arena);
    buffer_free(&body);
    return 0;
}

static void read_head(const char *text)
{
    assert_int_equal(http_head_read(&head, &arena, view_of(text), NULL), PALPATE_OK);
}

static void expect(palpate_view view, const char *text)
{
    if (!view_equals(view, view_of(text)))
        fail_msg("\"%.*s\" is not \"%s\"", (int)view.size, view.data, text);
}

static void set_body(const char *text)
{
    buffer_clear(&body);
    buffer_append_string(&body, text);
}

/* The body as `head` says it is encoded. */
static void expect_body(const char *text)
{
    palpate_error err = { PALPATE_OK, "" };

    if (http_body_decode(&body, &head, MOST, &err) != PALPATE_OK)
        fail_msg("%s", err.message);
    expect(buffer_view(&body), text);
}

static void the_status_and_the_fields_are_read(void **state)
{
    (void)state;
    read_head("HTTP/1.1 200 OK\r\nServer: x\r\ncontent-TYPE:  text/html; charset=utf-8 "
              "\r\nX-Other: 1\r\n\r\nContent-Type: of/the-body\r\n");
    assert_int_equal(head.status, 200);
    expect(head.content_type, "text/html; charset=utf-8");
    expect(head.robots, "");
    assert_false(head.is_chunked);
    assert_int_equal(head.coding_count, 0);
    read_head("HTTP/2 404\n");
    assert_int_equal(head.status, 404);
    expect(head.content_type, "");
}

static void what_is_no_status_line_is_no_answer(void **state)
{
    static const char *const TEXTS[] = { "", "\r\n", "HTTP/1.1", "HTTP/1.1 2",
        "HTTP/1.1 2000 OK", "HTTP/1.1 -20 OK", "HTTP/1.1 OK", "GET / HTTP/1.1",
        "<html>", "HTTP/1.1 20\r\nA: 0\r\n" };
    palpate_error err;

    (void)state;
    for (size_t i = 0; i < sizeof TEXTS / sizeof *TEXTS; i++)
        assert_int_equal(http_head_read(&head, &arena, view_of(TEXTS[i]), &err),
                PALPATE_BAD_INPUT);
}

static void lines_of_another_form_are_passed_over(void **state)
{
    (void)state;
    read_head("HTTP/1.0 200 OK\n odd\nnonsense\n: no name\nContent-Type: text/html;\n"
              "\tcharset=utf-8\nX-A\nTransfer-Encoding: chunked");
    expect(head.content_type, "text/html;\n\tcharset=utf-8");
    assert_true(http_is_html(head.content_type));
    assert_true(head.is_chunked);
}

static void html_is_known_by_its_type(void **state)
{
    (void)state;
    assert_true(http_is_html(PALPATE_VIEW("text/html")));
    assert_true(http_is_html(PALPATE_VIEW("Text/HTML ; charset=x")));
    assert_true(http_is_html(PALPATE_VIEW("application/xhtml+xml")));
    assert_false(http_is_html(PALPATE_VIEW("text/html5")));
    assert_false(http_is_html(PALPATE_VIEW("text/plain; text/html")));
    assert_false(http_is_html(PALPATE_VIEW("")));
}

static void robots_of_all_lines_count_but_not_those_of_one_crawler(void **state)
{
    (void)state;
    read_head("HTTP/1.1 200 OK\r\nX-Robots-Tag: noarchive\r\nx-robots-tag: NoIndex , "
              "nofollow\r\n\r\n");
    expect(head.robots, "noarchive, NoIndex, nofollow");
    read_head("HTTP/1.1 200 OK\r\nX-Robots-Tag: googlebot: noindex, nofollow\r\n"
              "X-Robots-Tag: otherbot:none\r\n\r\n");
    expect(head.robots, "");
    read_head("HTTP/1.1 200 OK\r\nX-Robots-Tag: nosnippet, googlebot: noindex, "
              "*: noarchive\r\n\r\n");
    expect(head.robots, "nosnippet, noarchive");
}

/* "none" and "noindex" are looked for in what is left. */
static void values_of_robots_are_no_directives(void **state)
{
    (void)state;
    read_head("HTTP/1.1 200 OK\r\nX-Robots-Tag: max-image-preview:none, max-snippet: "
              "-1\r\n"
              "X-Robots-Tag: unavailable_after: Friday, 25 Jun 2010 15:00:00 PST, "
              "noindex\r\n\r\n");
    expect(head.robots, "noindex");
}

static void chunks_are_joined(void **state)
{
    (void)state;
    read_head("HTTP/1.1 200 OK\r\nTransfer-Encoding: Chunked\r\n\r\n");
    set_body("5\r\n<p>ab\r\nA;name=value\r\ncdefghijkl\r\n0\r\nTrailer: x\r\n\r\n");
    expect_body("<p>abcdefghijkl");
    set_body("3 \nabc\n2\nde\n0\n\n");
    expect_body("abcde");
    set_body("0\r\n\r\n");
    expect_body("");
}

static void chunks_that_are_cut_are_joined_as_far_as_they_go(void **state)
{
    (void)state;
    read_head("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n");
    set_body("5\r\n<p>ab\r\nA\r\ncdef");
    expect_body("<p>abcdef");
    set_body("5\r\n<p>ab\r\n");
    expect_body("<p>ab");
    set_body("5\r\n<p>ab\r\nzz\r\nmore");
    expect_body("<p>ab");
    set_body("ffffffffffffffff\r\n<p>all of it");
    expect_body("<p>all of it");
    set_body("3\r\nabc\r\nffffffffffffffffffffffffffffffffff\r\ndef");
    expect_body("abcdef");
    set_body("5");
    expect_body("");
}

static void what_is_not_chunked_although_it_should_be_stays(void **state)
{
    (void)state;
    read_head("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n");
    set_body("<p>plain\r\n5\r\nhello");
    expect_body("<p>plain\r\n5\r\nhello");
    set_body("-5\r\nhello");
    expect_body("-5\r\nhello");
    set_body("");
    expect_body("");
}

static void pack_body(const char *text)
{
    buffer_clear(&body);
    assert_int_equal(gzip_deflate(&body, view_of(text), NULL), PALPATE_OK);
}

static void encodings_are_undone_last_first(void **state)
{
    struct buffer once = { 0 };

    (void)state;
    read_head("HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\n\r\n");
    pack_body("<p>packed");
    expect_body("<p>packed");
    read_head("HTTP/1.1 200 OK\r\nContent-Encoding: identity, X-GZIP\r\n"
              "Content-Encoding: gzip\r\n\r\n");
    pack_body("<p>packed twice");
    buffer_append(&once, buffer_view(&body));
    buffer_clear(&body);
    assert_int_equal(gzip_deflate(&body, buffer_view(&once), NULL), PALPATE_OK);
    expect_body("<p>packed twice");
    buffer_free(&once);
}

/* Of a gzip member what stands between its header and its check. */
static void deflate_is_read_with_and_without_a_header(void **state)
{
    (void)state;
    read_head("HTTP/1.1 200 OK\r\nContent-Encoding: deflate\r\n\r\n");
    pack_body("<p>bare");
    memmove(body.data, body.data + 10, body.size - 18);
    body.size -= 18;
    expect_body("<p>bare");
    /* zlib: a stored block with its check. */
    buffer_clear(&body);
    buffer_append(&body, PALPATE_VIEW("\x78\x01\x01\x03\0\xFC\xFF"
                                      "abc\x02\x4D\x01\x27"));
    expect_body("abc");
}

static void a_cut_encoding_is_undone_as_far_as_it_goes(void **state)
{
    struct buffer text = { 0 };

    (void)state;
    for (int i = 0; i < 5000; i++)
        buffer_append_format(&text, "shoulder %d ", i * 7919 % 1000);
    buffer_append_byte(&text, '\0');
    read_head("HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\n\r\n");
    pack_body(text.data);
    body.size /= 2;
    assert_int_equal(http_body_decode(&body, &head, MOST, NULL), PALPATE_OK);
    assert_in_range(body.size, 1000, text.size - 1000);
    assert_memory_equal(body.data, text.data, body.size);
    buffer_free(&text);
}

static void a_damaged_or_unknown_encoding_is_bad_input(void **state)
{
    palpate_error err;

    (void)state;
    read_head("HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\n\r\n");
    pack_body("<p>packed and then damaged, so that the check at its end is wrong");
    body.data[body.size - 6] ^= 1;
    assert_int_equal(http_body_decode(&body, &head, MOST, &err), PALPATE_BAD_INPUT);
    assert_string_equal(err.message, "the compressed data is damaged");
    read_head("HTTP/1.1 200 OK\r\nContent-Encoding: br\r\n\r\n");
    set_body("\x8B\x02\x80");
    assert_int_equal(http_body_decode(&body, &head, MOST, &err), PALPATE_BAD_INPUT);
    assert_non_null(strstr(err.message, "Content-Encoding br"));
}

static void what_is_not_encoded_although_it_should_be_stays(void **state)
{
    static const char *const CODINGS[] = { "gzip", "deflate", "gzip, gzip" };

    (void)state;
    for (size_t i = 0; i < sizeof CODINGS / sizeof *CODINGS; i++) {
        struct buffer text = { 0 };
        buffer_append_format(
                &text, "HTTP/1.1 200 OK\r\nContent-Encoding: %s\r\n", CODINGS[i]);
        buffer_append_byte(&text, '\0');
        read_head(text.data);
        set_body("\r\n<!doctype html><p>stored as it is shown");
        expect_body("\r\n<!doctype html><p>stored as it is shown");
        set_body("<");
        expect_body("<");
        buffer_free(&text);
    }
}

/* Zeros packed again and again: a few hundred bytes that stand for millions. */
static void a_bomb_stops_at_the_limit(void **state)
{
    struct buffer layer = { 0 };
    palpate_error err;

    (void)state;
    for (int i = 0; i < 40 * MOST; i++)
        buffer_append_byte(&layer, 'x');
    for (int i = 0; i < 2; i++) {
        buffer_clear(&body);
        assert_int_equal(gzip_deflate(&body, buffer_view(&layer), NULL), PALPATE_OK);
        buffer_clear(&layer);
        buffer_append(&layer, buffer_view(&body));
    }
    assert_true(body.size < 1000);
    read_head("HTTP/1.1 200 OK\r\nContent-Encoding: gzip, gzip\r\n\r\n");
    assert_int_equal(http_body_decode(&body, &head, MOST, &err), PALPATE_LIMIT);
    buffer_free(&layer);
}

static void too_many_encodings_are_not_undone(void **state)
{
    (void)state;
    read_head("HTTP/1.1 200 OK\r\nContent-Encoding: gzip,gzip,gzip,gzip,gzip,gzip\r\n");
    assert_int_equal(head.coding_count, 6);
    pack_body("<p>x");
    assert_int_equal(http_body_decode(&body, &head, MOST, NULL), PALPATE_BAD_INPUT);
}

static void a_body_above_the_limit_is_none(void **state)
{
    (void)state;
    read_head("HTTP/1.1 200 OK\r\n\r\n");
    set_body("12345");
    assert_int_equal(http_body_decode(&body, &head, 4, NULL), PALPATE_LIMIT);
    set_body("1234");
    assert_int_equal(http_body_decode(&body, &head, 4, NULL), PALPATE_OK);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_status_and_the_fields_are_read),
        cmocka_unit_test(what_is_no_status_line_is_no_answer),
        cmocka_unit_test(lines_of_another_form_are_passed_over),
        cmocka_unit_test(html_is_known_by_its_type),
        cmocka_unit_test(robots_of_all_lines_count_but_not_those_of_one_crawler),
        cmocka_unit_test(values_of_robots_are_no_directives),
        cmocka_unit_test(chunks_are_joined),
        cmocka_unit_test(chunks_that_are_cut_are_joined_as_far_as_they_go),
        cmocka_unit_test(what_is_not_chunked_although_it_should_be_stays),
        cmocka_unit_test(encodings_are_undone_last_first),
        cmocka_unit_test(deflate_is_read_with_and_without_a_header),
        cmocka_unit_test(a_cut_encoding_is_undone_as_far_as_it_goes),
        cmocka_unit_test(a_damaged_or_unknown_encoding_is_bad_input),
        cmocka_unit_test(what_is_not_encoded_although_it_should_be_stays),
        cmocka_unit_test(a_bomb_stops_at_the_limit),
        cmocka_unit_test(too_many_encodings_are_not_undone),
        cmocka_unit_test(a_body_above_the_limit_is_none),
    };
    return cmocka_run_group_tests(tests, NULL, finish);
}
