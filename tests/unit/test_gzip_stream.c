#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <stdio.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#include "core/gzip.h"
#include "core/gzip_lines.h"
#include "core/gzip_stream.h"
#include "core/view.h"

static struct buffer file;
static struct gzip_stream *stream;
static int descriptor = -1;
static char path[64];

static int clear(void **state)
{
    (void)state;
    buffer_clear(&file);
    return 0;
}

static int finish(void **state)
{
    (void)state;
    gzip_stream_close(stream);
    stream = NULL;
    if (descriptor >= 0)
        (void)close(descriptor);
    descriptor = -1;
    buffer_free(&file);
    return 0;
}

/* Makes the bytes a file that has a path. */
static void store(void)
{
    descriptor = memfd_create("stream", 0);
    assert_true(descriptor >= 0);
    for (size_t done = 0; done < file.size;) {
        ssize_t more = write(descriptor, file.data + done, file.size - done);
        assert_true(more > 0);
        done += (size_t)more;
    }
    (void)snprintf(path, sizeof path, "/proc/self/fd/%d", descriptor);
}

static void open_file(void)
{
    store();
    assert_int_equal(gzip_stream_open(&stream, path, NULL), PALPATE_OK);
}

static void add_member(palpate_view bytes)
{
    assert_int_equal(gzip_deflate(&file, bytes, NULL), PALPATE_OK);
}

/* A member that does not compress, so that a cut in it is a cut in its text. */
static size_t add_noise(const char *start, size_t size)
{
    struct buffer noise = { 0 };
    uint32_t random = 12345;
    size_t place = file.size;

    buffer_append_string(&noise, start);
    while (noise.size < size) {
        random = random * 1103515245U + 12345U;
        buffer_append_byte(&noise, (char)(random >> 16));
    }
    add_member(buffer_view(&noise));
    buffer_free(&noise);
    return place;
}

static void expect(const char *text)
{
    palpate_view bytes = gzip_stream_peek(stream, strlen(text));

    assert_true(bytes.size >= strlen(text));
    assert_memory_equal(bytes.data, text, strlen(text));
    gzip_stream_skip(stream, strlen(text));
}

static size_t skip_member(void)
{
    size_t size = 0;

    for (palpate_view bytes; (bytes = gzip_stream_peek(stream, 1)).size > 0;) {
        size += bytes.size;
        gzip_stream_skip(stream, bytes.size);
    }
    return size;
}

static void plain_bytes_are_one_member(void **state)
{
    (void)state;
    buffer_append_string(&file, "one two");
    open_file();
    assert_true(gzip_stream_can_look(stream));
    expect("one ");
    assert_int_equal(gzip_stream_place(stream).file, 4);
    expect("two");
    assert_int_equal(gzip_stream_peek(stream, 1).size, 0);
    assert_false(gzip_stream_go_on(stream));
    assert_null(gzip_stream_damage(stream));
}

static void an_empty_file_ends_at_once(void **state)
{
    (void)state;
    open_file();
    assert_int_equal(gzip_stream_peek(stream, 1).size, 0);
    assert_false(gzip_stream_go_on(stream));
    assert_null(gzip_stream_damage(stream));
}

static void members_are_told_apart_and_placed(void **state)
{
    (void)state;
    add_member(PALPATE_VIEW("first"));
    size_t second = file.size;
    add_member(PALPATE_VIEW("second"));
    open_file();
    assert_false(gzip_stream_can_look(stream));
    expect("first");
    assert_int_equal(gzip_stream_peek(stream, 5).size, 0);
    assert_true(gzip_stream_go_on(stream));
    expect("sec");
    assert_int_equal(gzip_stream_place(stream).file, second);
    assert_int_equal(gzip_stream_place(stream).inside, 3);
    expect("ond");
    assert_int_equal(gzip_stream_peek(stream, 1).size, 0);
    assert_false(gzip_stream_go_on(stream));
    assert_null(gzip_stream_damage(stream));
}

static void much_can_be_peeked_at_wherever_it_stands(void **state)
{
    size_t done = 0;
    const size_t size = 1000000;

    (void)state;
    (void)add_noise("", size);
    open_file();
    while (done + GZIP_STREAM_PEEK < size) {
        assert_true(
                gzip_stream_peek(stream, GZIP_STREAM_PEEK).size >= GZIP_STREAM_PEEK);
        gzip_stream_skip(stream, 777);
        done += 777;
        assert_int_equal(gzip_stream_place(stream).inside, done);
    }
    assert_int_equal(skip_member(), size - done);
    assert_null(gzip_stream_damage(stream));
}

static void a_cut_member_gives_what_it_has_and_says_so(void **state)
{
    (void)state;
    (void)add_noise("", 100000);
    file.size /= 2;
    open_file();
    assert_true(skip_member() > 40000);
    assert_string_equal(gzip_stream_damage(stream), "the compressed data is cut short");
    assert_false(gzip_stream_recover(stream, PALPATE_VIEW("WARC/")));
}

static void behind_a_damage_the_next_wanted_member_is_found(void **state)
{
    (void)state;
    size_t damaged = add_noise("", 50000);
    add_member(PALPATE_VIEW("other"));
    size_t wanted = file.size;
    add_member(PALPATE_VIEW("wanted"));
    memset(file.data + damaged + 20000, 0x55, 200);
    open_file();
    (void)skip_member();
    assert_non_null(gzip_stream_damage(stream));
    assert_false(gzip_stream_go_on(stream));
    assert_true(gzip_stream_recover(stream, PALPATE_VIEW("want")));
    assert_null(gzip_stream_damage(stream));
    assert_int_equal(gzip_stream_place(stream).file, wanted);
    expect("wanted");
}

/* What is cut is read on into the member after it, until zlib notices. */
static void a_member_behind_a_cut_one_is_not_lost(void **state)
{
    int lost = 0;

    (void)state;
    for (size_t cut = 1000; cut < 21000; cut += 1000) {
        (void)clear(NULL);
        (void)add_noise("WARC/1", 50000);
        file.size = cut;
        (void)add_noise("WARC/2", 3000);
        open_file();
        (void)skip_member();
        assert_non_null(gzip_stream_damage(stream));
        lost += !gzip_stream_recover(stream, PALPATE_VIEW("WARC/")) ||
                gzip_stream_place(stream).file != cut;
        gzip_stream_close(stream);
        stream = NULL;
        (void)close(descriptor);
        descriptor = -1;
    }
    assert_int_equal(lost, 0);
}

static void padding_is_no_damage_and_rubbish_is(void **state)
{
    static const char ZEROS[700] = "";

    (void)state;
    add_member(PALPATE_VIEW("text"));
    buffer_append(&file, (palpate_view){ ZEROS, sizeof ZEROS });
    add_member(PALPATE_VIEW("more"));
    size_t rubbish = file.size;
    buffer_append_string(&file, "rubbish");
    add_member(PALPATE_VIEW("last"));
    open_file();
    assert_int_equal(skip_member(), 4);
    assert_true(gzip_stream_go_on(stream));
    assert_int_equal(skip_member(), 4);
    assert_false(gzip_stream_go_on(stream));
    assert_true(gzip_stream_is_trailing(stream));
    assert_int_equal(gzip_stream_place(stream).file, rubbish);
    assert_true(gzip_stream_recover(stream, PALPATE_VIEW("la")));
    expect("last");
}

/* Members a few bytes apart, each of which runs over those after it and breaks: what
   is read again is bounded. */
static void damage_upon_damage_takes_linear_time(void **state)
{
    uint64_t read = 0;

    (void)state;
    for (int i = 0; i < 200000; i++)
        buffer_append(&file, PALPATE_VIEW("\x1F\x8B\x08\0\0\0\0\0\0\x03"
                                          "\0\xFF\xFF\0\0WARC/1.0\r\n"));
    open_file();
    do
        read += skip_member();
    while (gzip_stream_recover(stream, PALPATE_VIEW("WARC/")));
    assert_in_range(read, file.size / 2, file.size * 3);
}

static void ahead_can_be_looked_in_plain_files(void **state)
{
    char bytes[4];
    size_t size = sizeof bytes;

    (void)state;
    buffer_append_string(&file, "0123456789");
    open_file();
    assert_true(gzip_stream_can_look(stream));
    expect("01");
    assert_true(gzip_stream_look(stream, 3, bytes, &size));
    assert_int_equal(size, 4);
    assert_memory_equal(bytes, "5678", 4);
    assert_true(gzip_stream_look(stream, 8, bytes, &size));
    assert_int_equal(size, 0);
    assert_false(gzip_stream_look(stream, 9, bytes, &size));
    assert_false(gzip_stream_look(stream, UINT64_MAX, bytes, &size));
    expect("2");
}

static void a_file_that_is_not_there_says_so(void **state)
{
    palpate_error err;

    (void)state;
    assert_int_equal(
            gzip_stream_open(&stream, "/nowhere/at/all", &err), PALPATE_BAD_INPUT);
    assert_null(stream);
    assert_non_null(strstr(err.message, "cannot open: No such file"));
    assert_int_equal(gzip_stream_open(&stream, "/", &err), PALPATE_BAD_INPUT);
    assert_null(stream);
}

/* The lines of a gzip file go across its members; what stands after them is not read.
 */
static void lines_go_across_members(void **state)
{
    struct gzip_lines *lines = NULL;
    struct buffer line = { 0 };
    bool has_line = false;

    (void)state;
    add_member(PALPATE_VIEW("one\ntw"));
    add_member(PALPATE_VIEW("o\n\nthree"));
    buffer_append_string(&file, "rubbish");
    store();
    assert_int_equal(gzip_lines_open(&lines, path, NULL), PALPATE_OK);
    static const char *const EXPECTED[] = { "one", "two", "", "three" };
    for (int i = 0; i < 4; i++) {
        assert_int_equal(
                gzip_lines_next(&has_line, lines, &line, 100, NULL), PALPATE_OK);
        assert_true(has_line);
        assert_true(view_equals(buffer_view(&line), view_of(EXPECTED[i])));
    }
    assert_int_equal(gzip_lines_next(&has_line, lines, &line, 100, NULL), PALPATE_OK);
    assert_false(has_line);
    gzip_lines_close(lines);
    buffer_free(&line);
}

static void a_line_that_is_too_long_is_passed_over(void **state)
{
    struct gzip_lines *lines = NULL;
    struct buffer line = { 0 };
    bool has_line = false;

    (void)state;
    buffer_clear(&file);
    for (int i = 0; i < 300000; i++)
        buffer_append_byte(&file, 'x');
    buffer_append_string(&file, "\nnext\n");
    store();
    assert_int_equal(gzip_lines_open(&lines, path, NULL), PALPATE_OK);
    assert_int_equal(
            gzip_lines_next(&has_line, lines, &line, 1000, NULL), PALPATE_LIMIT);
    assert_int_equal(gzip_lines_next(&has_line, lines, &line, 1000, NULL), PALPATE_OK);
    assert_true(view_equals(buffer_view(&line), PALPATE_VIEW("next")));
    gzip_lines_close(lines);
    buffer_free(&line);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, clear, finish)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(plain_bytes_are_one_member),
        TEST(an_empty_file_ends_at_once),
        TEST(members_are_told_apart_and_placed),
        TEST(much_can_be_peeked_at_wherever_it_stands),
        TEST(a_cut_member_gives_what_it_has_and_says_so),
        TEST(behind_a_damage_the_next_wanted_member_is_found),
        TEST(a_member_behind_a_cut_one_is_not_lost),
        TEST(padding_is_no_damage_and_rubbish_is),
        TEST(damage_upon_damage_takes_linear_time),
        TEST(ahead_can_be_looked_in_plain_files),
        TEST(a_file_that_is_not_there_says_so),
        TEST(lines_go_across_members),
        TEST(a_line_that_is_too_long_is_passed_over),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
