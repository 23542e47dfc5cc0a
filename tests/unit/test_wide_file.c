#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "core/buffer.h"
#include "core/view.h"
#include "core/wide_file.h"

static palpate_status parse(struct wide_file **out, const char *text)
{
    return wide_file_parse(out, view_of(text), "wide", NULL);
}

static void a_list_names_folders_and_servers_in_their_order(void **state)
{
    struct wide_file *file = NULL;

    (void)state;
    assert_int_equal(parse(&file, "palpate-shards 1\nhead 12\nlocal /srv/a b\n"
                                  "remote 127.0.0.1:4001 db-2.example:65535\n"
                                  "local ../c"),
            PALPATE_OK);
    assert_int_equal(file->head, 12);
    assert_int_equal(file->count, 3);
    assert_string_equal(file->shards[0].folder, "/srv/a b");
    assert_null(file->shards[1].folder);
    assert_int_equal(file->shards[1].server_count, 2);
    assert_string_equal(file->shards[1].servers[0].host, "127.0.0.1");
    assert_int_equal(file->shards[1].servers[0].port, 4001);
    assert_string_equal(file->shards[1].servers[1].host, "db-2.example");
    assert_int_equal(file->shards[1].servers[1].port, 65535);
    assert_string_equal(
            file->shards[1].line, "remote 127.0.0.1:4001 db-2.example:65535");
    assert_string_equal(file->shards[2].folder, "../c");
    free(file);
}

static void lines_that_are_none_are_refused(void **state)
{
    static const char *const WRONG[] = { "", "\n", "local a\n", "head 1\n", "head 0\n",
        "head 01\nlocal a\n", "head 1000000000\nlocal a\n", "head -1\nlocal a\n",
        "head 1\nhead 2\nlocal a\n", "head 1\n\nlocal a\n", "head 1\nlocal \n",
        "head 1\nLocal a\n", "head 1\nauto a\n", "head 1\nremote \n",
        "head 1\nremote a\n", "head 1\nremote a:\n", "head 1\nremote :4001\n",
        "head 1\nremote a:0\n", "head 1\nremote a:65536\n", "head 1\nremote a:04001\n",
        "head 1\nremote a:4001 \n", "head 1\nremote  a:4001\n",
        "head 1\nremote a:4001  b:4001\n", "head 1\nremote -a:4001\n",
        "head 1\nremote a|b:4001\n", "head 1\nremote ssh host\n",
        "head 1\nremote a:1 a:2 a:3 a:4 a:5 a:6 a:7 a:8 a:9\n", "head 1\nlocal a\tb\n",
        "head 1\nlocal a\r\n" };

    (void)state;
    for (size_t i = 0; i < sizeof WRONG / sizeof *WRONG; i++) {
        struct wide_file *file = NULL;
        char text[256];
        (void)snprintf(text, sizeof text, WIDE_FIRST_LINE "\n%s", WRONG[i]);
        assert_int_not_equal(parse(&file, text), PALPATE_OK);
        assert_null(file);
    }
}

static void what_is_no_list_is_told_from_one_of_another_version(void **state)
{
    struct wide_file *file = NULL;

    (void)state;
    assert_int_equal(parse(&file, ""), PALPATE_NO_INDEX);
    assert_int_equal(parse(&file, "auto gen-000001/shard\n"), PALPATE_NO_INDEX);
    assert_int_equal(parse(&file, "palpate-shards 2\nnew\n"), PALPATE_VERSION);
    assert_int_equal(parse(&file, "palpate-shards 10\nnew\n"), PALPATE_VERSION);
    assert_int_equal(wide_file_parse(&file, (palpate_view){ WIDE_FIRST_LINE "\0", 17 },
                             "wide", NULL),
            PALPATE_NO_INDEX);
}

/* A list whose head is followed by `count` lines of shards, and by `more`. */
static palpate_status parse_many(
        struct wide_file **out, int count, size_t folder_size, const char *more)
{
    struct buffer text = { 0 };

    buffer_append_string(&text, WIDE_FIRST_LINE "\nhead 1\n");
    for (int i = 0; i < count; i++) {
        buffer_append_string(&text, "local ");
        for (size_t j = 0; j < folder_size; j++)
            buffer_append_byte(&text, 'x');
        buffer_append_byte(&text, '\n');
    }
    buffer_append_string(&text, more);
    palpate_status status = wide_file_parse(out, buffer_view(&text), "wide", NULL);
    buffer_free(&text);
    return status;
}

static void lists_and_lines_have_bounds(void **state)
{
    struct wide_file *file = NULL;

    (void)state;
    assert_int_equal(parse_many(&file, MAX_SHARDS, 1, ""), PALPATE_OK);
    assert_int_equal(file->count, MAX_SHARDS);
    free(file);
    assert_int_equal(parse_many(&file, MAX_SHARDS, 1, "local a"), PALPATE_CORRUPT);
    assert_int_equal(parse_many(&file, 1, WIDE_LINE - 10, ""), PALPATE_OK);
    free(file);
    assert_int_equal(parse_many(&file, 1, WIDE_LINE, ""), PALPATE_CORRUPT);
    assert_int_equal(parse_many(&file, 1, WIDE_FILE_SIZE, ""), PALPATE_NO_INDEX);
}

static void paths_start_where_the_list_is(void **state)
{
    char path[INDEX_PATH];

    (void)state;
    assert_true(wide_folder_path(path, "/srv/lists/wide", "../a"));
    assert_string_equal(path, "/srv/lists/../a");
    assert_true(wide_folder_path(path, "/srv/lists/wide", "/b"));
    assert_string_equal(path, "/b");
    assert_true(wide_folder_path(path, "wide", "c"));
    assert_string_equal(path, "c");
    assert_true(wide_head_path(path, "x/wide"));
    assert_string_equal(path, "x/wide.head");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_list_names_folders_and_servers_in_their_order),
        cmocka_unit_test(lines_that_are_none_are_refused),
        cmocka_unit_test(what_is_no_list_is_told_from_one_of_another_version),
        cmocka_unit_test(lists_and_lines_have_bounds),
        cmocka_unit_test(paths_start_where_the_list_is),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
