/* The failures that can be provoked, provoked. */
#include "shim_fixture.h"

#include <fcntl.h>

static void make(const char *path, int documents)
{
    xc_writer *writer = writer_at(path, XC_CREATE);

    for (int i = 0; i < documents; i++)
        write_text(writer, "common words in a document of some length", "1");
    commit_and_close(writer);
}

static void overwrite(const char *path, off_t at, const char *bytes, size_t size)
{
    int file = open(path, O_WRONLY);

    assert_true(file >= 0);
    assert_int_equal(pwrite(file, bytes, size, at), size);
    close(file);
}

static void assert_opening(const char *path, xc_status expected)
{
    xc_database *database = NULL;
    xc_error err = { XC_OK, "" };
    xc_status status = xc_database_open(&database, path, &err);

    if (status != expected)
        fail_msg("%s: %s (%s)", path, xc_status_name(status), err.message);
    assert_null(database);
    assert_int_equal(err.status, expected);
    assert_int_not_equal(strlen(err.message), 0);
}

static void a_second_writer_is_locked_out(void **state)
{
    (void)state;
    xc_writer *first = writer_at(scratch("locked"), XC_CREATE);
    xc_writer *second = NULL;
    xc_error err = { XC_OK, "" };

    assert_int_equal(
            xc_writer_open(&second, scratch("locked"), XC_CREATE_OR_OPEN, &err),
            XC_LOCKED);
    assert_null(second);
    assert_int_equal(err.status, XC_LOCKED);
    xc_writer_close(first);
    xc_writer_close(writer_at(scratch("locked"), XC_CREATE_OR_OPEN));
}

static void nothing_there_is_no_index(void **state)
{
    (void)state;
    xc_writer *writer = NULL;

    assert_opening(scratch("missing"), XC_NO_INDEX);
    assert_int_equal(mkdir(scratch("empty"), 0777), 0);
    assert_opening(scratch("empty"), XC_NO_INDEX);
    assert_int_equal(xc_writer_open(&writer, scratch("missing"), 0, NULL), XC_NO_INDEX);
    assert_null(writer);
}

static void creating_over_a_database_says_that_it_exists(void **state)
{
    (void)state;
    xc_writer *writer = NULL;

    make(scratch("exists"), 1);
    assert_int_equal(
            xc_writer_open(&writer, scratch("exists"), XC_CREATE, NULL), XC_EXISTS);
    assert_null(writer);
    assert_int_equal(count_at(scratch("exists")), 1);
}

static void what_the_system_refuses_is_io(void **state)
{
    (void)state;
    xc_writer *writer = NULL;

    assert_int_equal(
            xc_writer_open(&writer, scratch("no/such/folder"), XC_CREATE, NULL), XC_IO);
    make(scratch("file"), 1);
    assert_opening(scratch("file/iamglass/x"), XC_IO);
}

static void another_format_is_another_version(void **state)
{
    (void)state;
    make(scratch("version"), 1);
    overwrite(scratch("version/iamglass"), 14, "\xff\xff", 2);
    assert_opening(scratch("version"), XC_VERSION);
}

static void a_damaged_header_is_corrupt(void **state)
{
    (void)state;
    make(scratch("magic"), 1);
    overwrite(scratch("magic/iamglass"), 4, "XXXX", 4);
    assert_opening(scratch("magic"), XC_CORRUPT);
    make(scratch("short"), 1);
    assert_int_equal(truncate(scratch("short/iamglass"), 20), 0);
    assert_opening(scratch("short"), XC_CORRUPT);
}

static void a_damaged_table_is_corrupt_when_it_is_read(void **state)
{
    (void)state;
    static const char ZEROS[1 << 16];
    xc_error err = { XC_OK, "" };
    xc_list *terms = NULL;

    make(scratch("table"), 2000);
    xc_database *database = database_at(scratch("table"));
    overwrite(scratch("table/postlist.glass"), 0, ZEROS, sizeof ZEROS);
    assert_int_equal(xc_database_terms(&terms, database, BYTES("c"), 0, false, &err),
            XC_CORRUPT);
    assert_null(terms);
    assert_int_equal(err.status, XC_CORRUPT);
    xc_database_close(database);
}

/* Two commits overwrite the blocks that an open reader still relies on. */
static void commit_twice(xc_writer *writer)
{
    for (int commit = 0; commit < 2; commit++) {
        for (int i = 0; i < 500; i++)
            write_text(writer, "common words again and other ones, too", "2");
        assert_int_equal(xc_writer_commit(writer, NULL), XC_OK);
    }
}

static void a_change_under_a_reader_is_met_by_reading_again(void **state)
{
    (void)state;
    xc_pool *pool = NULL;
    const xc_query *query = NULL;
    xc_hits *hits = NULL;
    xc_error err = { XC_OK, "" };

    make(scratch("changed"), 500);
    xc_database *database = database_at(scratch("changed"));
    xc_writer *writer = writer_at(scratch("changed"), 0);
    assert_int_equal(xc_pool_open(&pool, NULL), XC_OK);
    assert_int_equal(xc_query_term(&query, pool, BYTES("common"), 1, NULL), XC_OK);
    commit_twice(writer);
    if (xc_database_search(&hits, database,
                &(xc_search){ .query = query, .check_at_least = 10000 }, &err) != XC_OK)
        fail_msg("%s", err.message);
    /* 500 would mean that nothing had changed under this reader. */
    assert_int_equal(hits->at_least, 1500);
    xc_hits_free(hits);
    xc_pool_close(pool);
    xc_writer_close(writer);
    xc_database_close(database);
}

static bool commit_more(void *user, uint32_t docid, xc_bytes value)
{
    (void)value;
    if (docid == 1) /* the first of each try */
        commit_twice(user);
    return true;
}

static void a_database_that_changes_all_the_time_is_given_up(void **state)
{
    (void)state;
    xc_pool *pool = NULL;
    const xc_query *query = NULL;
    xc_hits *hits = NULL;
    xc_error err = { XC_OK, "" };

    make(scratch("restless"), 5000);
    xc_database *database = database_at(scratch("restless"));
    xc_writer *writer = writer_at(scratch("restless"), 0);
    assert_int_equal(xc_pool_open(&pool, NULL), XC_OK);
    assert_int_equal(xc_query_term(&query, pool, BYTES("common"), 1, NULL), XC_OK);
    xc_search what = { .query = query, .decide = commit_more, .user = writer };
    assert_int_equal(xc_database_search(&hits, database, &what, &err), XC_CHANGED);
    assert_null(hits);
    assert_int_equal(err.status, XC_CHANGED);
    xc_pool_close(pool);
    xc_writer_close(writer);
    xc_database_close(database);
}

static void what_makes_no_sense_is_a_bad_argument(void **state)
{
    (void)state;
    char *data = NULL;
    size_t size = 1;

    make(scratch("arguments"), 1);
    xc_database *database = database_at(scratch("arguments"));
    assert_int_equal(
            xc_database_data(&data, &size, database, 0, NULL), XC_BAD_ARGUMENT);
    assert_null(data);
    assert_int_equal(size, 0);
    xc_database_close(database);
}

static void what_is_not_there_is_not_found(void **state)
{
    (void)state;
    char *data = NULL;
    size_t size = 1;
    xc_list *terms = NULL;

    make(scratch("found"), 1);
    xc_database *database = database_at(scratch("found"));
    assert_int_equal(xc_database_data(&data, &size, database, 2, NULL), XC_NOT_FOUND);
    assert_null(data);
    assert_int_equal(size, 0);
    assert_int_equal(
            xc_database_document_terms(&terms, database, 2, NULL), XC_NOT_FOUND);
    assert_null(terms);
    xc_database_close(database);
}

static void a_database_without_term_lists_cannot_tell_terms(void **state)
{
    (void)state;
    static const uint32_t DOCIDS[] = { 1 };
    xc_list *terms = NULL;
    xc_writer *writer = writer_at(scratch("listless"), XC_CREATE | XC_NO_TERMLIST);

    write_text(writer, "some words", NULL);
    commit_and_close(writer);
    xc_database *database = database_at(scratch("listless"));
    assert_int_equal(
            xc_database_document_terms(&terms, database, 1, NULL), XC_UNSUPPORTED);
    assert_null(terms);
    assert_int_equal(xc_database_similar_terms(&terms, database, DOCIDS, 1, 5, NULL),
            XC_UNSUPPORTED);
    assert_null(terms);
    xc_database_close(database);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_second_writer_is_locked_out),
        cmocka_unit_test(nothing_there_is_no_index),
        cmocka_unit_test(creating_over_a_database_says_that_it_exists),
        cmocka_unit_test(what_the_system_refuses_is_io),
        cmocka_unit_test(another_format_is_another_version),
        cmocka_unit_test(a_damaged_header_is_corrupt),
        cmocka_unit_test(a_damaged_table_is_corrupt_when_it_is_read),
        cmocka_unit_test(a_change_under_a_reader_is_met_by_reading_again),
        cmocka_unit_test(a_database_that_changes_all_the_time_is_given_up),
        cmocka_unit_test(what_makes_no_sense_is_a_bad_argument),
        cmocka_unit_test(what_is_not_there_is_not_found),
        cmocka_unit_test(a_database_without_term_lists_cannot_tell_terms),
    };

    return cmocka_run_group_tests(tests, scratch_make, scratch_remove);
}
