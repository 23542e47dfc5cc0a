#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>

#include "core/index_folder.h"
#include "fixture_index.h"
#include "query/index/engine.h"

static const struct fixture_passage PASSAGES[] = {
    { "https://a.example/", "One", NULL, "A passage of the knee.", KIND_OTHER, NULL },
};

static void write_stub(const char *root, const char *text)
{
    char path[256];

    (void)snprintf(path, sizeof path, "%s/XAPIANDB", root);
    FILE *file = fopen(path, "w");
    assert_non_null(file);
    assert_true(fputs(text, file) >= 0);
    assert_int_equal(fclose(file), 0);
}

static void every_generation_has_one_name(void **state)
{
    static const char *const NONE[] = { "", "gen-", "gen-000000", "gen-1",
        "gen-0000001", "gen-00000a", "gen-000001/", "gen-1000000000", "gen-4294967297",
        "gem-000001", "gen-+00001" };
    static const unsigned NUMBERS[] = { 1, 12, 999999, 1000000, MAX_GENERATION };

    (void)state;
    for (size_t i = 0; i < sizeof NONE / sizeof *NONE; i++)
        assert_int_equal(generation_number(NONE[i]), 0);
    for (size_t i = 0; i < sizeof NUMBERS / sizeof *NUMBERS; i++) {
        char name[GENERATION_NAME];
        generation_name(name, NUMBERS[i]);
        assert_int_equal(generation_number(name), NUMBERS[i]);
    }
}

static void a_stub_names_the_database_in_its_own_folder(void **state)
{
    struct index_folder folder;
    char *root = fixture_index_make(PASSAGES, 1, NULL);
    char expected[256];

    (void)state;
    (void)snprintf(expected, sizeof expected, "%s/gen-000001/shard", root);
    assert_int_equal(index_folder_read(&folder, root, NULL), PALPATE_OK);
    assert_int_equal(folder.number, 1);
    assert_string_equal(folder.database, expected);
    fixture_index_remove(root);
}

static void a_stub_may_name_shards_of_one_generation_in_their_order(void **state)
{
    static const char *const WRONG[] = { "auto gen-000001/shard-1\n",
        "auto gen-000001/shard\nauto gen-000001/shard-2\n",
        "auto gen-000001/shard\nauto gen-000002/shard-1\n",
        "auto gen-000001/shard\nauto gen-000001/shard\n",
        "auto gen-000001/shard\n\nauto gen-000001/shard-1\n",
        "auto gen-000001/shard\nremote other.example:4000\n" };
    struct index_folder folder;
    char path[INDEX_PATH];
    char *root = fixture_index_make(PASSAGES, 1, NULL);

    (void)state;
    write_stub(root, "auto gen-000007/shard\nauto gen-000007/shard-1\n"
                     "auto gen-000007/shard-2");
    assert_int_equal(index_folder_read(&folder, root, NULL), PALPATE_OK);
    assert_int_equal(folder.number, 7);
    assert_int_equal(folder.shards, 3);
    assert_true(index_shard_path(path, folder.database, 2));
    assert_non_null(strstr(path, "/gen-000007/shard-2"));
    for (size_t i = 0; i < sizeof WRONG / sizeof *WRONG; i++) {
        write_stub(root, WRONG[i]);
        assert_int_equal(index_folder_read(&folder, root, NULL), PALPATE_CORRUPT);
    }
    fixture_index_remove(root);
}

static void a_folder_without_a_stub_holds_no_index(void **state)
{
    struct index_folder folder;
    palpate_error err;

    (void)state;
    assert_int_equal(index_folder_read(&folder, "/nowhere", &err), PALPATE_NO_INDEX);
    assert_non_null(strstr(err.message, "/nowhere: there is no index here"));
    assert_int_equal(index_folder_read(&folder, "/", &err), PALPATE_NO_INDEX);
    assert_int_equal(index_folder_read(&folder, "/dev/null", &err), PALPATE_NO_INDEX);
}

static void a_path_that_is_too_long_is_never_cut(void **state)
{
    static char path[INDEX_PATH + 1];
    struct index_folder folder;

    (void)state;
    memset(path, '/', INDEX_PATH);
    for (size_t size = INDEX_PATH; size > INDEX_PATH - 40; size--) {
        path[size] = '\0';
        palpate_status status = index_folder_read(&folder, path, NULL);
        assert_true(status == PALPATE_BAD_ARGUMENT || status == PALPATE_NO_INDEX);
    }
}

static void a_searcher_keeps_its_answers_where_the_stub_turns_foreign(void **state)
{
    char *root = fixture_index_make(PASSAGES, 1, NULL);
    struct engine *engine = NULL;
    palpate_error err;
    bool is_changed = false;

    (void)state;
    assert_int_equal(engine_open(&engine, root, &err), PALPATE_OK);
    write_stub(root, "remote :/bin/false\n");
    assert_int_equal(engine_refresh(engine, &is_changed, &err), PALPATE_CORRUPT);
    assert_non_null(strstr(err.message, "does not name a generation of palpate"));
    assert_int_equal(engine_passages(engine), 1);
    write_stub(root, "auto gen-000001/shard\n");
    assert_int_equal(engine_refresh(engine, &is_changed, &err), PALPATE_OK);
    engine_close(engine);
    fixture_index_remove(root);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_generation_has_one_name),
        cmocka_unit_test(a_stub_names_the_database_in_its_own_folder),
        cmocka_unit_test(a_stub_may_name_shards_of_one_generation_in_their_order),
        cmocka_unit_test(a_folder_without_a_stub_holds_no_index),
        cmocka_unit_test(a_path_that_is_too_long_is_never_cut),
        cmocka_unit_test(a_searcher_keeps_its_answers_where_the_stub_turns_foreign),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
