#include "shim_pages.h"

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

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(queries_combine_as_their_names_say),
        TEST(missing_children_are_left_out_and_none_is_nothing),
        TEST(ranges_sort_facets_and_pages_work),
        TEST(a_decider_is_asked_for_every_match),
        TEST(the_impact_weight_is_idf_times_wdf),
        TEST(a_deadline_really_stops_the_match),
        TEST(terms_are_listed_with_their_frequencies),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
