#include "shim_pages.h"

static void a_second_writer_is_locked_out(void **state)
{
    xc_writer *first = NULL;
    xc_writer *second = NULL;

    (void)state;
    OK(xc_writer_open(&first, path, XC_CREATE, &err));
    assert_int_equal(xc_writer_open(&second, path, XC_CREATE_OR_OPEN, &err), XC_LOCKED);
    assert_null(second);
    assert_int_equal(err.status, XC_LOCKED);
    xc_writer_close(first);
    OK(xc_writer_open(&second, path, 0, &err));
    xc_writer_close(second);
}

static void what_was_not_committed_is_dropped(void **state)
{
    xc_writer *writer = NULL;
    xc_document *document = NULL;
    uint32_t count = 0;

    (void)state;
    write_pages();
    OK(xc_document_open(&document, &err));
    fill(document, 0);
    OK(xc_writer_open(&writer, path, 0, &err));
    OK(xc_writer_add(writer, document, NULL, &err));
    OK(xc_writer_count(&count, writer, &err));
    assert_int_equal(count, PAGE_COUNT + 1);
    OK(xc_writer_cancel(writer, &err));
    OK(xc_writer_count(&count, writer, &err));
    assert_int_equal(count, PAGE_COUNT);
    OK(xc_writer_delete(writer, 1, &err));
    xc_writer_close(writer);
    OK(xc_writer_open(&writer, path, 0, &err));
    OK(xc_writer_count(&count, writer, &err));
    assert_int_equal(count, PAGE_COUNT);
    xc_writer_close(writer);
    xc_document_close(document);
}

static void documents_are_replaced_and_deleted_by_their_term(void **state)
{
    xc_writer *writer = NULL;
    xc_document *document = NULL;
    uint32_t docid = 0;
    uint32_t count = 0;

    (void)state;
    write_pages();
    OK(xc_document_open(&document, &err));
    fill(document, 2);
    OK(xc_writer_open(&writer, path, 0, &err));
    OK(xc_writer_replace_term(writer, BYTES("Q0"), document, &docid, &err));
    assert_int_equal(docid, 1);
    OK(xc_writer_replace(writer, 2, document, &err));
    OK(xc_writer_delete_term(writer, BYTES("Q3"), &err));
    OK(xc_writer_delete_term(writer, BYTES("Qnone"), &err));
    OK(xc_writer_count(&count, writer, &err));
    assert_int_equal(count, PAGE_COUNT - 1);
    assert_int_equal(xc_writer_delete(writer, 99, &err), XC_NOT_FOUND);
    OK(xc_writer_commit(writer, &err));
    xc_writer_close(writer);
    xc_document_close(document);
}

static void metadata_is_read_back_and_listed(void **state)
{
    xc_database *database = open_pages();
    xc_list *keys = NULL;
    char *value = NULL;
    size_t size = 0;

    (void)state;
    OK(xc_database_metadata(&value, &size, database, BYTES("colour"), &err));
    assert_string_equal(value, "red");
    xc_free(value);
    OK(xc_database_metadata_keys(&keys, database, BYTES("co"), &err));
    assert_int_equal(keys->count, 2);
    assert_memory_equal(keys->items[1].text.data, "count", 5);
    xc_list_free(keys);
    xc_database_close(database);
}

static void a_reader_takes_up_what_was_committed(void **state)
{
    xc_database *database = open_pages();
    xc_writer *writer = NULL;
    bool changed = true;
    uint32_t count = 0;

    (void)state;
    OK(xc_database_reopen(database, &changed, &err));
    assert_false(changed);
    OK(xc_writer_open(&writer, path, 0, &err));
    OK(xc_writer_delete(writer, 4, &err));
    OK(xc_writer_commit(writer, &err));
    xc_writer_close(writer);
    OK(xc_database_reopen(database, &changed, &err));
    assert_true(changed);
    OK(xc_database_count(&count, database, &err));
    assert_int_equal(count, PAGE_COUNT - 1);
    xc_database_close(database);
}

static void a_reader_survives_changes_under_it(void **state)
{
    xc_database *database = open_pages();
    xc_writer *writer = NULL;
    xc_pool *pool = NULL;

    (void)state;
    OK(xc_pool_open(&pool, &err));
    /* Two commits free the blocks of the revision that the reader has. */
    OK(xc_writer_open(&writer, path, 0, &err));
    for (int round = 0; round < 4; round++) {
        xc_document *document = NULL;
        OK(xc_document_open(&document, &err));
        fill(document, (size_t)round);
        for (int i = 0; i < 300; i++)
            OK(xc_writer_add(writer, document, NULL, &err));
        OK(xc_writer_commit(writer, &err));
        xc_document_close(document);
    }
    xc_writer_close(writer);
    const xc_search search = { .query = term(pool, "knee"), .limit = 5 };
    xc_hits *hits = NULL;
    OK(xc_database_search(&hits, database, &search, &err));
    /* The old revision, or the newest one after reopening: never a failure. */
    assert_true(hits->count == 2 || hits->count == 5);
    xc_hits_free(hits);
    xc_pool_close(pool);
    xc_database_close(database);
}

static void databases_merge_in_order_and_pass_the_check(void **state)
{
    char to[160];
    const char *from[2] = { path, path };
    xc_database *database = NULL;
    char *data = NULL;
    char *report = NULL;
    size_t size = 0;
    size_t problems = 1;

    (void)state;
    write_pages();
    (void)snprintf(to, sizeof to, "%s/merged", folder);
    OK(xc_compact(to, from, 2, 0, &err));
    OK(xc_check(&problems, &report, to, &err));
    assert_int_equal(problems, 0);
    xc_free(report);
    OK(xc_database_open(&database, to, &err));
    OK(xc_database_data(&data, &size, database, PAGE_COUNT + 1, &err));
    assert_string_equal(data, "knee pain");
    xc_free(data);
    assert_int_equal(xc_database_data(&data, &size, database, 99, &err), XC_NOT_FOUND);
    assert_null(data);
    xc_database_close(database);
}

static void a_stub_names_the_shards(void **state)
{
    static const char *const LINES[] = { "auto db", "auto db" };
    char stub[160];
    xc_database *database = NULL;
    uint32_t count = 0;

    (void)state;
    write_pages();
    (void)snprintf(stub, sizeof stub, "%s/XAPIANDB", folder);
    OK(xc_stub_write(stub, LINES, 1, &err));
    OK(xc_stub_write(stub, LINES, 2, &err));
    OK(xc_database_open(&database, folder, &err));
    assert_int_equal(xc_database_shards(database), 2);
    OK(xc_database_count(&count, database, &err));
    assert_int_equal(count, 2 * PAGE_COUNT);
    xc_database_close(database);
    assert_int_equal(xc_stub_write("/nonexistent/XAPIANDB", LINES, 1, &err), XC_IO);
}

static void failures_of_the_disk_and_the_net_have_their_status(void **state)
{
    xc_database *database = NULL;
    xc_writer *writer = NULL;
    char name[160];
    FILE *file = NULL;

    (void)state;
    assert_int_equal(xc_database_open(&database, "/nonexistent", &err), XC_NO_INDEX);
    assert_null(database);
    OK(xc_database_open_empty(&database, &err));
    assert_int_equal(
            xc_database_add_remote(database, "127.0.0.1", 1, 500, &err), XC_NETWORK);
    xc_database_close(database);
    write_pages();
    assert_int_equal(xc_writer_open(&writer, path, XC_CREATE, &err), XC_EXISTS);
    (void)snprintf(name, sizeof name, "%s/iamglass", path);
    file = fopen(name, "r+e");
    assert_non_null(file);
    assert_int_equal(fseek(file, 14, SEEK_SET), 0); /* the version of the format */
    assert_int_equal(fputs("zz", file) >= 0, 1);
    assert_int_equal(fclose(file), 0);
    assert_int_equal(xc_database_open(&database, path, &err), XC_VERSION);
    file = fopen(name, "we");
    assert_non_null(file);
    assert_int_equal(fclose(file), 0);
    xc_status status = xc_database_open(&database, path, &err);
    assert_true(status == XC_CORRUPT || status == XC_VERSION || status == XC_NO_INDEX);
}

static void a_bad_argument_says_so(void **state)
{
    xc_stemmer *stemmer = NULL;
    xc_pool *pool = NULL;
    const xc_query *query = NULL;
    char long_term[400];
    xc_document *document = NULL;

    (void)state;
    assert_int_equal(xc_stemmer_open(&stemmer, "klingon", &err), XC_BAD_ARGUMENT);
    assert_null(stemmer);
    OK(xc_pool_open(&pool, &err));
    const xc_query *child = term(pool, "knee");
    const xc_query *two[] = { child, term(pool, "hip") };
    OK(xc_query_combine(&query, pool, XC_AND, two, 2, 0, &err));
    const xc_query *nested[] = { query, child };
    assert_int_equal(xc_query_combine(&query, pool, XC_PHRASE, nested, 2, 2, &err),
            XC_UNSUPPORTED);
    xc_pool_close(pool);
    memset(long_term, 'x', sizeof long_term);
    OK(xc_document_open(&document, &err));
    const xc_bytes too_long = { long_term, sizeof long_term };
    assert_int_equal(
            xc_document_add_term(document, too_long, 1, &err), XC_BAD_ARGUMENT);
    xc_document_close(document);
}

static void words_are_stemmed(void **state)
{
    xc_stemmer *stemmer = NULL;
    char out[64];
    char *languages = NULL;
    size_t size = 0;

    (void)state;
    OK(xc_stemmer_open(&stemmer, "english", &err));
    OK(xc_stemmer_stem(stemmer, BYTES("shoulders"), out, sizeof out, &size, &err));
    assert_int_equal(size, 8);
    assert_memory_equal(out, "shoulder", 8);
    assert_int_equal(xc_stemmer_stem(stemmer, BYTES("shoulders"), out, 3, &size, &err),
            XC_BAD_ARGUMENT);
    xc_stemmer_close(stemmer);
    OK(xc_stemmer_languages(&languages, &err));
    assert_non_null(strstr(languages, "english"));
    xc_free(languages);
    assert_non_null(strchr(xc_xapian_version(), '.'));
}

static void a_database_without_term_lists_says_what_it_cannot(void **state)
{
    xc_writer *writer = NULL;
    xc_document *document = NULL;
    xc_database *database = NULL;
    xc_list *terms = NULL;

    (void)state;
    OK(xc_writer_open(&writer, path, XC_CREATE | XC_NO_TERMLIST, &err));
    OK(xc_document_open(&document, &err));
    fill(document, 0);
    OK(xc_writer_add(writer, document, NULL, &err));
    OK(xc_writer_commit(writer, &err));
    xc_writer_close(writer);
    xc_document_close(document);
    OK(xc_database_open(&database, path, &err));
    assert_int_equal(
            xc_database_document_terms(&terms, database, 1, &err), XC_UNSUPPORTED);
    xc_database_close(database);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(a_second_writer_is_locked_out),
        TEST(what_was_not_committed_is_dropped),
        TEST(documents_are_replaced_and_deleted_by_their_term),
        TEST(metadata_is_read_back_and_listed),
        TEST(a_reader_takes_up_what_was_committed),
        TEST(a_reader_survives_changes_under_it),
        TEST(databases_merge_in_order_and_pass_the_check),
        TEST(a_stub_names_the_shards),
        TEST(failures_of_the_disk_and_the_net_have_their_status),
        TEST(a_bad_argument_says_so),
        TEST(words_are_stemmed),
        TEST(a_database_without_term_lists_says_what_it_cannot),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
