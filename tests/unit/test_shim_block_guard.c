#include "shim_blocks.h"

/* Which blocks a guarded database asked about, and from which on they are damaged. */
struct asked {
    unsigned times[MOST_BLOCKS];
    unsigned all;
    unsigned damaged_from;
};

static bool ask(void *user, unsigned table, uint32_t number, xc_bytes bytes)
{
    struct asked *asked = user;

    assert_int_equal(table, 0);
    assert_int_equal(bytes.size, BLOCK);
    asked->times[number]++;
    return ++asked->all < asked->damaged_from;
}

static xc_database *guarded_database(const char *path, struct asked *asked)
{
    xc_database *database = database_at(path);
    xc_blocks *blocks = NULL;

    *asked = (struct asked){ .damaged_from = UINT32_MAX };
    assert_false(xc_database_is_guarded(database));
    assert_int_equal(xc_blocks_open(&blocks, path, NULL), XC_OK);
    assert_int_equal(
            xc_database_guard(database, blocks, path, ask, asked, NULL), XC_OK);
    assert_true(xc_database_is_guarded(database));
    return database;
}

static void a_guarded_database_asks_about_each_block_once(void **state)
{
    static struct asked asked;
    xc_writer *writer = writer_at(scratch("asked"), XC_CREATE);
    uint32_t *documents = NULL;
    size_t count = 0;
    xc_list *words = NULL;

    (void)state;
    change(writer, 0);
    commit_and_close(writer);
    xc_database *database = guarded_database(scratch("asked"), &asked);
    for (int again = 0; again < 2; again++) {
        assert_int_equal(xc_database_postings(&documents, &count, database,
                                 BYTES("w000100"), 0, NULL),
                XC_OK);
        xc_free(documents);
    }
    assert_in_range(asked.all, 2, 6);
    assert_int_equal(xc_database_vocabulary(&words, database, BYTES("w"), NULL), XC_OK);
    assert_true(words->count > 1000 && asked.all > 20);
    xc_list_free(words);
    for (size_t i = 0; i < MOST_BLOCKS; i++)
        assert_true(asked.times[i] <= 1);
    xc_database_close(database);
}

static void what_needs_a_damaged_block_fails_and_names_it(void **state)
{
    static struct asked asked;
    xc_error err = { XC_OK, "" };
    uint32_t frequency = 0;
    char *value = NULL;
    size_t size = 0;
    xc_list *list = NULL;
    uint32_t *documents = NULL;

    (void)state;
    xc_database *database = guarded_database(scratch("asked"), &asked);
    asked.damaged_from = 0;
    assert_int_equal(
            xc_database_frequency(&frequency, NULL, database, BYTES("w000100"), &err),
            XC_CORRUPT);
    assert_non_null(strstr(err.message, "postlist.glass: block "));
    assert_int_equal(xc_database_metadata(&value, &size, database, BYTES("key"), &err),
            XC_CORRUPT);
    assert_int_equal(
            xc_database_metadata_keys(&list, database, BYTES("k"), &err), XC_CORRUPT);
    assert_int_equal(xc_database_terms(&list, database, BYTES("w0001"), 0, false, &err),
            XC_CORRUPT);
    assert_int_equal(
            xc_database_postings(&documents, &size, database, BYTES("w7"), 0, &err),
            XC_CORRUPT);
    xc_pool *pool = NULL;
    xc_search search = { .limit = 3 };
    xc_hits *hits = NULL;
    assert_int_equal(xc_pool_open(&pool, NULL), XC_OK);
    assert_int_equal(
            xc_query_term(&search.query, pool, BYTES("w000100"), 1, NULL), XC_OK);
    assert_int_equal(xc_database_search(&hits, database, &search, &err), XC_CORRUPT);
    xc_pool_close(pool);
    xc_database_close(database);
}

static void a_later_state_is_not_checked_by_an_earlier_guard(void **state)
{
    static struct asked asked;
    uint32_t frequency = 0;
    bool has_changed = false;

    (void)state;
    xc_database *database = guarded_database(scratch("asked"), &asked);
    asked.damaged_from = 0;
    xc_writer *writer = writer_at(scratch("asked"), 0);
    change(writer, 1);
    commit_and_close(writer);
    assert_int_equal(xc_database_reopen(database, &has_changed, NULL), XC_OK);
    assert_true(has_changed);
    assert_false(xc_database_is_guarded(database));
    assert_int_equal(
            xc_database_frequency(&frequency, NULL, database, BYTES("w000100"), NULL),
            XC_OK);
    assert_int_equal(asked.all, 0);
    xc_database_close(database);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_guarded_database_asks_about_each_block_once),
        cmocka_unit_test(what_needs_a_damaged_block_fails_and_names_it),
        cmocka_unit_test(a_later_state_is_not_checked_by_an_earlier_guard),
    };

    return cmocka_run_group_tests(tests, scratch_make, scratch_remove);
}
