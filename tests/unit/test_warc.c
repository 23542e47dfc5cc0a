#include "warc_fixture.h"

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

/* Some tools compress blocks of a fixed size, wherever a record ends. */
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
    };
    return cmocka_run_group_tests(tests, NULL, finish);
}
