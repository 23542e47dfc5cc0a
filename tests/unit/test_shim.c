#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <xapian-c/xapian-c.h>

#include <cmocka.h>

#define BYTES(literal) ((xc_bytes){ (literal), sizeof(literal) - 1 })

static char folder[] = "/tmp/xapian-c-test-XXXXXX";
static char path[128]; /* of the database of a test */
static xc_error err;

static void run(const char *command)
{
    char line[256];

    (void)snprintf(line, sizeof line, "%s '%s'", command, folder);
    assert_int_equal(system(line), 0);
}

static int make_folder(void **state)
{
    (void)state;
    (void)strcpy(folder, "/tmp/xapian-c-test-XXXXXX");
    if (mkdtemp(folder) == NULL)
        return -1;
    (void)snprintf(path, sizeof path, "%s/db", folder);
    return 0;
}

static int remove_folder(void **state)
{
    (void)state;
    run("rm -rf");
    return 0;
}

static void ok(xc_status status, int line)
{
    if (status != XC_OK)
        fail_msg("line %d: %s", line, err.message);
}

#define OK(call) ok((call), __LINE__)

static const struct {
    const char *words;
    const char *colour;
    double year;
} PAGES[] = {
    { "knee pain", "red", 2019 },
    { "knee knee exercise", "blue", 2021 },
    { "hip pain", "red", 2023 },
    { "shoulder", "green", 2024 },
};

enum { PAGE_COUNT = 4 };

static void add_words(xc_document *document, const char *words)
{
    uint32_t position = 1;

    for (const char *word = words; *word != '\0';) {
        size_t size = strcspn(word, " ");
        OK(xc_document_add_posting(
                document, (xc_bytes){ word, size }, position++, 1, &err));
        word += size + (word[size] == ' ');
    }
}

static void fill(xc_document *document, size_t i)
{
    char unique[8];
    int size = snprintf(unique, sizeof unique, "Q%zu", i);

    OK(xc_document_clear(document, &err));
    OK(xc_document_set_data(
            document, (xc_bytes){ PAGES[i].words, strlen(PAGES[i].words) }, &err));
    OK(xc_document_set_value(
            document, 0, (xc_bytes){ PAGES[i].colour, strlen(PAGES[i].colour) }, &err));
    OK(xc_document_set_number(document, 1, PAGES[i].year, &err));
    add_words(document, PAGES[i].words);
    OK(xc_document_add_boolean(document, (xc_bytes){ unique, (size_t)size }, &err));
}

static void write_pages(void)
{
    xc_writer *writer = NULL;
    xc_document *document = NULL;

    OK(xc_writer_open(&writer, path, XC_CREATE | XC_NO_SYNC, &err));
    OK(xc_document_open(&document, &err));
    for (size_t i = 0; i < PAGE_COUNT; i++) {
        uint32_t docid = 0;
        fill(document, i);
        OK(xc_writer_add(writer, document, &docid, &err));
        assert_int_equal(docid, i + 1);
    }
    OK(xc_writer_set_metadata(writer, BYTES("colour"), BYTES("red"), &err));
    OK(xc_writer_set_metadata(writer, BYTES("count"), BYTES("4"), &err));
    OK(xc_writer_commit(writer, &err));
    xc_document_close(document);
    xc_writer_close(writer);
}

static xc_database *open_pages(void)
{
    xc_database *database = NULL;

    write_pages();
    OK(xc_database_open(&database, path, &err));
    return database;
}

static const xc_query *term(xc_pool *pool, const char *word)
{
    const xc_query *query = NULL;

    OK(xc_query_term(&query, pool, (xc_bytes){ word, strlen(word) }, 1, &err));
    return query;
}

/* The numbers of the documents found, as "3 1". */
static const char *found(xc_database *database, const xc_search *search)
{
    static char out[256];
    xc_hits *hits = NULL;
    size_t size = 0;

    OK(xc_database_search(&hits, database, search, &err));
    out[0] = '\0';
    for (size_t i = 0; i < hits->count; i++)
        size += (size_t)snprintf(out + size, sizeof out - size, "%s%u",
                i == 0 ? "" : " ", hits->items[i].docid);
    xc_hits_free(hits);
    return out;
}

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

static void queries_combine_as_their_names_say(void **state)
{
    xc_database *database = open_pages();
    xc_pool *pool = NULL;
    const xc_query *query = NULL;
    static const struct {
        xc_operator op;
        const char *words[2];
        const char *found;
    } CASES[] = {
        { XC_AND, { "knee", "pain" }, "1" },
        { XC_OR, { "knee", "shoulder" }, "2 4 1" },
        { XC_AND_NOT, { "pain", "knee" }, "3" },
        { XC_AND_MAYBE, { "knee", "exercise" }, "2 1" },
        { XC_FILTER, { "pain", "hip" }, "3" },
        { XC_SYNONYM, { "hip", "shoulder" }, "3 4" },
        { XC_MAX, { "hip", "shoulder" }, "3 4" },
        { XC_PHRASE, { "knee", "pain" }, "1" },
        { XC_PHRASE, { "pain", "knee" }, "" },
        { XC_NEAR, { "pain", "knee" }, "1" },
    };

    (void)state;
    OK(xc_pool_open(&pool, &err));
    for (size_t i = 0; i < sizeof CASES / sizeof *CASES; i++) {
        const xc_query *children[] = { term(pool, CASES[i].words[0]),
            term(pool, CASES[i].words[1]) };
        OK(xc_query_combine(&query, pool, CASES[i].op, children, 2, 2, &err));
        const xc_search search = { .query = query, .weighting = XC_WEIGHT_IMPACT };
        if (strcmp(found(database, &search), CASES[i].found) != 0)
            fail_msg("case %zu found <%s>", i, found(database, &search));
    }
    xc_pool_close(pool);
    xc_database_close(database);
}

static void missing_children_are_left_out_and_none_is_nothing(void **state)
{
    xc_database *database = open_pages();
    xc_pool *pool = NULL;
    const xc_query *query = NULL;

    (void)state;
    OK(xc_pool_open(&pool, &err));
    const xc_query *children[] = { NULL, term(pool, "knee") };
    OK(xc_query_combine(&query, pool, XC_AND, children, 2, 0, &err));
    const xc_search some = { .query = query };
    assert_string_equal(found(database, &some), "2 1");
    OK(xc_query_combine(&query, pool, XC_AND_NOT, children, 2, 0, &err));
    assert_null(query);
    const xc_search none = { .query = query };
    assert_string_equal(found(database, &none), "");
    xc_pool_close(pool);
    xc_database_close(database);
}

static void ranges_sort_facets_and_pages_work(void **state)
{
    static const uint32_t COLOUR = 0;
    static const uint32_t YEAR = 1;
    xc_database *database = open_pages();
    xc_pool *pool = NULL;
    const xc_query *all = NULL;
    const xc_query *range = NULL;
    char from[9];
    xc_hits *hits = NULL;

    (void)state;
    OK(xc_pool_open(&pool, &err));
    OK(xc_query_all(&all, pool, &err));
    xc_bytes first = { from, xc_number_write(from, 2020) };
    OK(xc_query_range(&range, pool, YEAR, &first, NULL, &err));
    xc_search search = { .query = all, .filter = range, .sort_slot = &YEAR };
    assert_string_equal(found(database, &search), "4 3 2");
    search.sort_ascending = true;
    search.offset = 1;
    search.limit = 1;
    assert_string_equal(found(database, &search), "3");

    xc_search facets = { .query = all,
        .facet_slots = &COLOUR,
        .facet_count = 1,
        .check_at_least = 100,
        .value_slots = &YEAR,
        .value_count = 1 };
    OK(xc_database_search(&hits, database, &facets, &err));
    assert_int_equal(hits->facet_count, 3);
    assert_memory_equal(hits->facets[0].value.data, "red", 3);
    assert_int_equal(hits->facets[0].count, 2);
    assert_true(hits->is_exact);
    assert_int_equal(hits->at_least, PAGE_COUNT);
    assert_true(xc_number_read(hits->items[0].values[0]) == 2019);
    xc_hits_free(hits);

    xc_search collapsed = { .query = all, .collapse_slot = &COLOUR };
    assert_string_equal(found(database, &collapsed), "1 2 4");
    xc_pool_close(pool);
    xc_database_close(database);
}

static bool only_even(void *user, uint32_t docid, xc_bytes value)
{
    (void)value;
    ++*(int *)user;
    return docid % 2 == 0;
}

static void a_decider_is_asked_for_every_match(void **state)
{
    xc_database *database = open_pages();
    xc_pool *pool = NULL;
    const xc_query *all = NULL;
    int asked = 0;

    (void)state;
    OK(xc_pool_open(&pool, &err));
    OK(xc_query_all(&all, pool, &err));
    const xc_search search = { .query = all, .decide = only_even, .user = &asked };
    assert_string_equal(found(database, &search), "2 4");
    assert_int_equal(asked, PAGE_COUNT);
    xc_pool_close(pool);
    xc_database_close(database);
}

static void the_impact_weight_is_idf_times_wdf(void **state)
{
    xc_database *database = open_pages();
    xc_pool *pool = NULL;
    xc_hits *hits = NULL;

    (void)state;
    OK(xc_pool_open(&pool, &err));
    const xc_search search = {
        .query = term(pool, "knee"), .weighting = XC_WEIGHT_IMPACT, .with_terms = true
    };
    OK(xc_database_search(&hits, database, &search, &err));
    assert_int_equal(hits->items[0].docid, 2);
    double ratio = hits->items[0].weight / hits->items[1].weight;
    assert_true(ratio > 1.999 && ratio < 2.001);
    assert_int_equal(hits->items[0].term_count, 1);
    assert_memory_equal(hits->items[0].data.data, "knee knee exercise", 18);
    xc_hits_free(hits);
    xc_pool_close(pool);
    xc_database_close(database);
}

static void a_deadline_really_stops_the_match(void **state)
{
    enum { DOCUMENTS = 50000 };
    xc_writer *writer = NULL;
    xc_document *document = NULL;
    xc_database *database = NULL;
    xc_pool *pool = NULL;
    xc_hits *hits = NULL;

    (void)state;
    OK(xc_writer_open(&writer, path, XC_CREATE | XC_NO_SYNC, &err));
    OK(xc_document_open(&document, &err));
    OK(xc_document_add_term(document, BYTES("knee"), 1, &err));
    for (int i = 0; i < DOCUMENTS; i++)
        OK(xc_writer_add(writer, document, NULL, &err));
    OK(xc_writer_commit(writer, &err));
    xc_writer_close(writer);
    xc_document_close(document);
    OK(xc_database_open(&database, path, &err));
    OK(xc_pool_open(&pool, &err));
    const xc_search search = {
        .query = term(pool, "knee"), .check_at_least = DOCUMENTS, .deadline_us = 1
    };
    assert_int_equal(xc_database_search(&hits, database, &search, &err), XC_TIMEOUT);
    assert_null(hits);
    xc_pool_close(pool);
    xc_database_close(database);
}

static void terms_are_listed_with_their_frequencies(void **state)
{
    xc_database *database = open_pages();
    xc_list *terms = NULL;
    uint32_t documents = 0;
    uint64_t occurrences = 0;
    uint32_t *docids = NULL;
    size_t count = 0;

    (void)state;
    OK(xc_database_frequency(&documents, &occurrences, database, BYTES("knee"), &err));
    assert_int_equal(documents, 2);
    assert_int_equal(occurrences, 3);
    OK(xc_database_terms(&terms, database, BYTES("h"), 0, false, &err));
    assert_int_equal(terms->count, 1);
    xc_list_free(terms);
    OK(xc_database_terms(&terms, database, BYTES(""), 2, true, &err));
    assert_int_equal(terms->count, 2);
    assert_true(terms->is_cut);
    assert_memory_equal(terms->items[0].text.data, "knee", 4);
    assert_memory_equal(terms->items[1].text.data, "pain", 4);
    xc_list_free(terms);
    OK(xc_database_document_terms(&terms, database, 2, &err));
    assert_int_equal(terms->count, 3);
    xc_list_free(terms);
    OK(xc_database_postings(&docids, &count, database, BYTES("pain"), 0, &err));
    assert_int_equal(count, 2);
    assert_int_equal(docids[1], 3);
    xc_free(docids);
    static const uint32_t LIKE[] = { 2 };
    OK(xc_database_similar_terms(&terms, database, LIKE, 1, 5, &err));
    assert_true(terms->count > 0);
    for (size_t i = 0; i < terms->count; i++)
        assert_true(terms->items[i].text.data[0] != 'Q');
    xc_list_free(terms);
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

#define TEST(name) cmocka_unit_test_setup_teardown(name, make_folder, remove_folder)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(a_second_writer_is_locked_out),
        TEST(what_was_not_committed_is_dropped),
        TEST(documents_are_replaced_and_deleted_by_their_term),
        TEST(metadata_is_read_back_and_listed),
        TEST(queries_combine_as_their_names_say),
        TEST(missing_children_are_left_out_and_none_is_nothing),
        TEST(ranges_sort_facets_and_pages_work),
        TEST(a_decider_is_asked_for_every_match),
        TEST(the_impact_weight_is_idf_times_wdf),
        TEST(a_deadline_really_stops_the_match),
        TEST(terms_are_listed_with_their_frequencies),
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
