#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#include "core/gzip.h"
#include "core/view.h"
#include "indexer/warc.h"

#define HTML_HEAD "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n"

static struct buffer file;
static struct arena arena;
static struct warc_record record;
static char damage[WARC_MESSAGE]; /* the last one */

static int clear(void **state)
{
    (void)state;
    buffer_clear(&file);
    return 0;
}

static int finish(void **state)
{
    (void)state;
    buffer_free(&file);
    arena_free(&arena);
    return 0;
}

static void add(const char *text)
{
    buffer_append_string(&file, text);
}

static void add_record(const char *type, const char *url, palpate_view block)
{
    buffer_append_format(&file,
            "WARC/1.0\r\nWARC-Type: %s\r\nWARC-Target-URI: %s\r\n"
            "Content-Length: %zu\r\n\r\n",
            type, url, block.size);
    buffer_append(&file, block);
    add("\r\n\r\n");
}

static void add_page(const char *url, const char *text)
{
    struct buffer block = { 0 };

    buffer_append_format(&block, HTML_HEAD "<p>%s", text);
    add_record("response", url, buffer_view(&block));
    buffer_free(&block);
}

/* Puts what `file` holds from `start` on into a gzip member. */
static void pack(size_t start)
{
    struct buffer member = { 0 };

    assert_int_equal(gzip_deflate(&member,
                             view_slice(buffer_view(&file), start, file.size), NULL),
            PALPATE_OK);
    file.size = start;
    buffer_append(&file, buffer_view(&member));
    buffer_free(&member);
}

/* The urls of the pages of `file`, with '!' for each damage: as a file, or through a
   pipe, into which nobody can look. */
static void read_from(int descriptor, char out[200])
{
    char path[64];
    struct gzip_stream *stream = NULL;
    struct warc *warc = NULL;

    (void)snprintf(path, sizeof path, "/proc/self/fd/%d", descriptor);
    assert_int_equal(gzip_stream_open(&stream, path, NULL), PALPATE_OK);
    assert_int_equal(warc_open(&warc, stream, NULL), PALPATE_OK);
    out[0] = '\0';
    arena_clear(&arena);
    while (warc_next(warc, &arena, &record)) {
        assert_true(strlen(out) < 150);
        if (record.damage[0] != '\0')
            memcpy(damage, record.damage, sizeof damage);
        (void)snprintf(out + strlen(out), 200 - strlen(out), "%s%s%s",
                out[0] == '\0' ? "" : " ", record.damage[0] == '\0' ? "" : "!",
                record.url.size == 0 ? "" : record.url.data);
    }
    warc_close(warc);
    (void)close(descriptor);
}

static void expect_file(const char *pages)
{
    char out[200];
    int descriptor = memfd_create("warc", 0);

    assert_int_equal(write(descriptor, file.data, file.size), file.size);
    read_from(descriptor, out);
    assert_string_equal(out, pages);
}

static void expect_pipe(const char *pages)
{
    char out[200];
    int ends[2];

    assert_int_equal(pipe(ends), 0);
    assert_int_equal(write(ends[1], file.data, file.size), file.size);
    (void)close(ends[1]);
    read_from(ends[0], out);
    assert_string_equal(out, pages);
}

static void expect(const char *pages)
{
    expect_file(pages);
    expect_pipe(pages);
}

static void expect_damage(const char *text)
{
    if (strstr(damage, text) == NULL)
        fail_msg("\"%s\" has no \"%s\"", damage, text);
}

static void responses_of_html_are_pages(void **state)
{
    (void)state;
    add("WARC/1.0\r\nWARC-Type: warcinfo\r\nContent-Length: 3\r\n\r\na:b\r\n\r\n");
    add_page("http://a.example/1", "one");
    add_record("request", "http://a.example/2", PALPATE_VIEW(HTML_HEAD "<p>no answer"));
    add_record("metadata", "http://a.example/3", PALPATE_VIEW("x: y"));
    add_page("http://a.example/4", "four");
    expect("http://a.example/1 http://a.example/4");
    assert_true(view_equals(record.html, (palpate_view){ NULL, 0 }));
    file.size = 0;
    add_page("http://a.example/5", "five");
    expect("http://a.example/5");
}

static void a_page_comes_with_what_its_headers_say(void **state)
{
    struct gzip_stream *stream = NULL;
    struct warc *warc = NULL;
    char path[64];
    int descriptor = memfd_create("warc", 0);

    (void)state;
    add_record("response", "<http://a.example/>",
            PALPATE_VIEW("HTTP/1.1 200 OK\r\nContent-Type: text/html; "
                         "charset=windows-1252\r\nX-Robots-Tag: noarchive\r\n"
                         "X-Robots-Tag: googlebot: noindex\r\nTransfer-Encoding: "
                         "chunked\r\n\r\n5\r\n<p>ab\r\n2\r\ncd\r\n0\r\n\r\n"));
    assert_int_equal(write(descriptor, file.data, file.size), file.size);
    (void)snprintf(path, sizeof path, "/proc/self/fd/%d", descriptor);
    assert_int_equal(gzip_stream_open(&stream, path, NULL), PALPATE_OK);
    assert_true(warc_is(stream));
    assert_int_equal(warc_open(&warc, stream, NULL), PALPATE_OK);
    assert_true(warc_next(warc, &arena, &record));
    assert_string_equal(record.damage, "");
    assert_string_equal(record.url.data, "http://a.example/");
    assert_string_equal(record.content_type.data, "text/html; charset=windows-1252");
    assert_string_equal(record.robots.data, "noarchive");
    assert_string_equal(record.html.data, "<p>abcd");
    assert_false(warc_next(warc, &arena, &record));
    warc_close(warc);
    (void)close(descriptor);
}

static void other_answers_are_passed_over(void **state)
{
    (void)state;
    add_record("response", "http://a.example/1",
            PALPATE_VIEW("HTTP/1.1 404 Not Found\r\nContent-Type: text/html\r\n\r\nx"));
    add_record("response", "http://a.example/2",
            PALPATE_VIEW("HTTP/1.1 200 OK\r\nContent-Type: image/png\r\n\r\nx"));
    add_record(
            "response", "http://a.example/3", PALPATE_VIEW("HTTP/1.1 200 OK\r\n\r\n"));
    add_record("revisit", "http://a.example/4", PALPATE_VIEW(HTML_HEAD));
    add("WARC/1.0\r\nWARC-Type: response\r\nContent-Type: text/dns\r\n"
        "WARC-Target-URI: dns:a.example\r\nContent-Length: 4\r\n\r\n1234\r\n\r\n");
    expect("");
}

static void resources_of_html_are_pages_of_their_own_type(void **state)
{
    (void)state;
    add("WARC/1.1\nWARC-TYPE: Resource\nContent-Type: text/html; charset=utf-8\n"
        "WARC-Target-URI: file:///page.html\ncontent-length: 4\n\n<p>x\n\n");
    add("WARC/1.1\r\nWARC-Type: resource\r\nContent-Type: text/plain\r\n"
        "WARC-Target-URI: file:///notes\r\nContent-Length: 4\r\n\r\n<p>x\r\n\r\n");
    expect("file:///page.html");
}

static void members_are_records_or_hold_them_all(void **state)
{
    (void)state;
    add_page("http://a.example/1", "one");
    add_page("http://a.example/2", "two");
    pack(0);
    expect("http://a.example/1 http://a.example/2");
    size_t second = file.size;
    add_page("http://a.example/3", "three");
    pack(second);
    expect("http://a.example/1 http://a.example/2 http://a.example/3");
}

/* Some tools compress blocks of so many bytes, wherever a record ends. */
static void a_record_may_go_on_in_the_next_member(void **state)
{
    struct buffer all = { 0 };

    (void)state;
    add_page("http://a.example/1", "one");
    add_page("http://a.example/2", "two");
    buffer_append(&all, buffer_view(&file));
    file.size = 0;
    for (size_t size = 3; size < all.size; size++) {
        file.size = 0;
        for (size_t place = 0; place < all.size; place += size) {
            size_t start = file.size;
            buffer_append(&file, view_slice(buffer_view(&all), place, size));
            pack(start);
        }
        expect("http://a.example/1 http://a.example/2");
    }
    buffer_free(&all);
}

static void an_empty_file_has_no_pages(void **state)
{
    (void)state;
    expect("");
    add("\r\n\n\r\n");
    expect("");
}

static void a_cut_record_is_no_page(void **state)
{
    (void)state;
    add_page("http://a.example/1", "one");
    size_t second = file.size;
    add_page("http://a.example/2", "two");
    file.size -= 7;
    expect_pipe("http://a.example/1 !");
    expect_damage("it ends too early; no further record was found");
    expect_file("http://a.example/1 !");
    expect_damage("and the file ends before; no further record was found");
    char place[40];
    (void)snprintf(place, sizeof place, "record at byte %zu: ", second);
    expect_damage(place);
    file.size = second + 20;
    expect("http://a.example/1 !");
}

static void behind_rubbish_the_next_record_is_found(void **state)
{
    (void)state;
    add("WARC/x\r\nthis is WARC/1.0\r\n");
    add_page("http://a.example/1", "one");
    add("rubbish\r\nWARC/rubbish\r\n");
    add_page("http://a.example/2", "two");
    add("\r\n\r\nrubbish");
    expect("! http://a.example/1 ! http://a.example/2 !");
    file.size -= 11;
    expect("! http://a.example/1 ! http://a.example/2");
    expect_damage("no record starts here; reading goes on at byte ");
}

static void a_file_that_is_no_warc_file_says_so_once(void **state)
{
    (void)state;
    add("<!doctype html>\n<p>a page\n");
    expect("!");
    assert_string_equal(damage, "record at byte 0: no record starts here; no further "
                                "record was found: get a whole copy");
}

static void lengths_that_are_none_break_their_record_only(void **state)
{
    static const char *const LENGTHS[] = { "-5", "", "abc", "0x10", "5 5", "+5",
        "99999999999999999999999999", "18446744073709551615" };

    (void)state;
    for (size_t i = 0; i < sizeof LENGTHS / sizeof *LENGTHS; i++) {
        file.size = 0;
        add_page("http://a.example/1", "one");
        buffer_append_format(&file,
                "WARC/1.0\r\nWARC-Type: response\r\nContent-Length: %s\r\n"
                "WARC-Target-URI: http://a.example/2\r\n\r\n" HTML_HEAD "<p>x\r\n\r\n",
                LENGTHS[i]);
        add_page("http://a.example/3", "three");
        expect("http://a.example/1 ! http://a.example/3");
        expect_damage("Content-Length");
    }
    file.size = 0;
    add("WARC/1.0\r\nWARC-Type: response\r\n\r\n" HTML_HEAD "\r\n\r\n");
    add_page("http://a.example/3", "three");
    expect("! http://a.example/3");
    expect_damage("it has no Content-Length");
}

/* A length that is only wrong swallows what stands behind, where nobody can look. */
static void wrong_lengths_break_no_other_record_of_a_file(void **state)
{
    static const unsigned LENGTHS[] = { 0, 10, 42, 44, 54, 100, 1000000 };

    (void)state;
    for (size_t i = 0; i < sizeof LENGTHS / sizeof *LENGTHS; i++) {
        file.size = 0;
        buffer_append_format(&file,
                "WARC/1.0\r\nWARC-Type: response\r\nContent-Length: %u\r\n"
                "WARC-Target-URI: http://a.example/1\r\n\r\n" HTML_HEAD "<p>x\r\n\r\n",
                LENGTHS[i]);
        add_page("http://a.example/2", "two");
        add_page("http://a.example/3", "three");
        expect_file("! http://a.example/2 http://a.example/3");
        pack(0);
        if (LENGTHS[i] < 50)
            expect_file("! http://a.example/2 http://a.example/3");
    }
}

/* In its own member a record cannot swallow others. */
static void wrong_lengths_break_no_other_member(void **state)
{
    static const unsigned LENGTHS[] = { 10, 100, 1000000 };

    (void)state;
    for (size_t i = 0; i < sizeof LENGTHS / sizeof *LENGTHS; i++) {
        file.size = 0;
        buffer_append_format(&file,
                "WARC/1.0\r\nWARC-Type: response\r\nContent-Length: %u\r\n"
                "WARC-Target-URI: http://a.example/1\r\n\r\n" HTML_HEAD "<p>x\r\n\r\n",
                LENGTHS[i]);
        pack(0);
        size_t second = file.size;
        add_page("http://a.example/2", "two");
        pack(second);
        expect("! http://a.example/2");
    }
}

static void endless_headers_are_not_read_to_their_end(void **state)
{
    struct buffer block = { 0 };

    (void)state;
    add("WARC/1.0\r\nWARC-Type: response\r\n");
    for (int i = 0; i < 70000; i++)
        add("X: y\r\n");
    add_page("http://a.example/1", "one");
    expect_file("! http://a.example/1");
    expect_damage("its headers are longer than 65536 bytes");

    file.size = 0;
    add("WARC/1.0\r\nX: ");
    for (int i = 0; i < 700000; i++)
        add("x");
    expect_file("!");

    file.size = 0;
    buffer_append_string(&block, "HTTP/1.1 200 OK\r\n");
    for (int i = 0; i < 70000; i++)
        buffer_append_string(&block, "X: y\r\n");
    add_record("response", "http://a.example/1", buffer_view(&block));
    add_page("http://a.example/2", "two");
    expect_file("! http://a.example/2");
    buffer_free(&block);
}

static void a_head_that_runs_into_the_next_record_ends_there(void **state)
{
    (void)state;
    add("WARC/1.0\r\nWARC-Type: response\r\nContent-Length: 9\r\n");
    add_page("http://a.example/1", "one");
    expect("! http://a.example/1");
    expect_damage("it ends within its headers");
}

static void a_damaged_member_breaks_its_record_only(void **state)
{
    struct buffer text = { 0 };

    (void)state;
    for (int i = 0; i < 3000; i++)
        buffer_append_format(&text, "shoulder %d ", i * 7919 % 1000);
    add_page("http://a.example/1", "one");
    pack(0);
    size_t second = file.size;
    buffer_append_byte(&text, '\0');
    add_page("http://a.example/2", text.data);
    pack(second);
    size_t third = file.size;
    add_page("http://a.example/3", "three");
    pack(third);
    memset(file.data + (second + third) / 2, 0xAA, 64);
    expect("http://a.example/1 ! http://a.example/3");
    char place[100];
    (void)snprintf(place, sizeof place,
            "record at byte %zu: the compressed data is damaged; reading goes on at "
            "byte %zu: get a whole copy",
            second, third);
    assert_string_equal(damage, place);
    buffer_free(&text);
}

static void a_wrong_check_at_the_end_breaks_the_record(void **state)
{
    (void)state;
    add_page("http://a.example/1", "one");
    pack(0);
    file.data[file.size - 8] ^= 1;
    size_t second = file.size;
    add_page("http://a.example/2", "two");
    pack(second);
    expect("! http://a.example/2");
}

static void a_page_that_cannot_be_decoded_is_named(void **state)
{
    (void)state;
    add_record("response", "http://a.example/1",
            PALPATE_VIEW("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n"
                         "Content-Encoding: br\r\n\r\nx"));
    add_page("http://a.example/2", "two");
    expect("!http://a.example/1 http://a.example/2");
    assert_string_equal(damage,
            "record at byte 0, http://a.example/1: "
            "Content-Encoding br cannot be undone: fetch it with gzip or none");
    file.size = 0;
    add_record("response", "http://a.example/1", PALPATE_VIEW("<p>no answer"));
    expect("!http://a.example/1");
}

static void an_address_that_is_none_is_no_page(void **state)
{
    (void)state;
    add_page("", "no address");
    expect("!");
    file.size = 0;
    add_page("http://a.example/\xFF", "no UTF-8");
    add_page("http://a.example/a b", "two words");
    add_page("http://a.example/\xC3\xA4", "fine");
    expect("! ! http://a.example/\xC3\xA4");
    expect_damage("its WARC-Target-URI is no address");
}

/* A few kilobytes that stand for more than a page may have. */
static void a_bomb_is_no_page(void **state)
{
    enum { STEP = 1 << 20 };
    struct buffer block = { 0 };
    struct buffer zeros = { 0 };

    (void)state;
    char *bytes = buffer_reserve(&zeros, WARC_BODY_MOST + STEP);
    memset(bytes, 0, WARC_BODY_MOST + STEP);
    zeros.size = WARC_BODY_MOST + STEP;
    buffer_append_string(&block, "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n"
                                 "Content-Encoding: gzip\r\n\r\n");
    assert_int_equal(gzip_deflate(&block, buffer_view(&zeros), NULL), PALPATE_OK);
    add_record("response", "http://a.example/1", buffer_view(&block));
    add_page("http://a.example/2", "two");
    expect_file("!http://a.example/1 http://a.example/2");
    expect_damage("inflates to more than 67108864 bytes");

    /* The same without an encoding, in a member of its own. */
    file.size = block.size = 0;
    buffer_append_string(&block, HTML_HEAD);
    buffer_append(&block, buffer_view(&zeros));
    add_record("response", "http://a.example/1", buffer_view(&block));
    buffer_free(&block);
    buffer_free(&zeros);
    pack(0);
    size_t second = file.size;
    add_page("http://a.example/2", "two");
    pack(second);
    expect_file("!http://a.example/1 http://a.example/2");
    expect_damage("larger than the 64 MB that are read");
}

/* The archive that breaks off anywhere, or has any byte changed, is read to its end and
   never gives a page that was not in it. */
static void any_cut_and_any_change_is_survived(void **state)
{
    static char out[200];

    (void)state;
    add_page("http://a.example/1", "one");
    add_page("http://a.example/2", "two");
    for (int is_packed = 0; is_packed < 2; is_packed++) {
        size_t size = file.size;
        for (size_t i = 0; i < size; i++) {
            int cut = memfd_create("cut", 0);
            int changed = memfd_create("changed", 0);
            assert_int_equal(write(cut, file.data, i), i);
            read_from(cut, out);
            assert_true(i == 0 || strstr(out, "http://a.example/2") == NULL ||
                        size - i <= 4 + 8 * (size_t)is_packed);
            file.data[i] ^= 0x20;
            assert_int_equal(write(changed, file.data, size), size);
            file.data[i] ^= 0x20;
            read_from(changed, out);
        }
        pack(0);
    }
}

#define TEST(name) cmocka_unit_test_setup(name, clear)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(responses_of_html_are_pages),
        TEST(a_page_comes_with_what_its_headers_say),
        TEST(other_answers_are_passed_over),
        TEST(resources_of_html_are_pages_of_their_own_type),
        TEST(members_are_records_or_hold_them_all),
        TEST(a_record_may_go_on_in_the_next_member),
        TEST(an_empty_file_has_no_pages),
        TEST(a_cut_record_is_no_page),
        TEST(behind_rubbish_the_next_record_is_found),
        TEST(a_file_that_is_no_warc_file_says_so_once),
        TEST(lengths_that_are_none_break_their_record_only),
        TEST(wrong_lengths_break_no_other_record_of_a_file),
        TEST(wrong_lengths_break_no_other_member),
        TEST(endless_headers_are_not_read_to_their_end),
        TEST(a_head_that_runs_into_the_next_record_ends_there),
        TEST(a_damaged_member_breaks_its_record_only),
        TEST(a_wrong_check_at_the_end_breaks_the_record),
        TEST(a_page_that_cannot_be_decoded_is_named),
        TEST(an_address_that_is_none_is_no_page),
        TEST(a_bomb_is_no_page),
        TEST(any_cut_and_any_change_is_survived),
    };
    return cmocka_run_group_tests(tests, NULL, finish);
}
