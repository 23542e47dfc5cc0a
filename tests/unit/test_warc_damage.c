#include "warc_fixture.h"

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

/* A length that is only wrong swallows what stands after, where nobody can look. */
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

/* What only looks like the start of a record is no place where reading goes on, again
   and again. */
static void a_record_that_starts_after_white_space_is_passed_over(void **state)
{
    static const char *const BEFORE[] = { "\t", " ", "\r\t", "\r \r", "\f" };

    (void)state;
    for (size_t i = 0; i < sizeof BEFORE / sizeof *BEFORE; i++) {
        file.size = 0;
        add("WARC/1.0\r\nWARC-Type: response\r\nContent-Length: x\r\n\r\n");
        add(BEFORE[i]);
        add_page("http://a.example/1", "one");
        add_page("http://a.example/2", "two");
        expect_file("! http://a.example/2");
    }
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
    expect_damage("its WARC-Target-URI is not an address");
}

/* A few kilobytes that stand for more than a page may have. */
static void a_bomb_is_no_page(void **state)
{
    enum { STEP = 1 << 20 };
    struct buffer block = { 0 };
    struct buffer zeros = { 0 };

    (void)state;
    char *bytes = buffer_reserve(&zeros, MAX_WARC_BODY + STEP);
    memset(bytes, 0, MAX_WARC_BODY + STEP);
    zeros.size = MAX_WARC_BODY + STEP;
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

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(a_cut_record_is_no_page),
        TEST(behind_rubbish_the_next_record_is_found),
        TEST(a_file_that_is_no_warc_file_says_so_once),
        TEST(lengths_that_are_none_break_their_record_only),
        TEST(wrong_lengths_break_no_other_record_of_a_file),
        TEST(wrong_lengths_break_no_other_member),
        TEST(endless_headers_are_not_read_to_their_end),
        TEST(a_head_that_runs_into_the_next_record_ends_there),
        TEST(a_record_that_starts_after_white_space_is_passed_over),
        TEST(a_damaged_member_breaks_its_record_only),
        TEST(a_wrong_check_at_the_end_breaks_the_record),
        TEST(a_page_that_cannot_be_decoded_is_named),
        TEST(an_address_that_is_none_is_no_page),
        TEST(a_bomb_is_no_page),
        TEST(any_cut_and_any_change_is_survived),
    };
    return cmocka_run_group_tests(tests, NULL, finish);
}
