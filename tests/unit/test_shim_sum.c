#include "shim_fixture.h"

#include <math.h>

/* More documents than are weighed at a time, in one database and in two; term "a" is in
   every second, "b" in every third, and so on, "z" in few. */
enum { DOCUMENTS = 20000, TERMS = 12 };

static const unsigned EVERY[TERMS] = { 2, 3, 5, 7, 11, 13, 101, 103, 997, 4999, 19997,
    65521 };
static xc_database *whole;
static xc_database *halves;
static xc_pool *pool;
static char names[TERMS][2];

static unsigned wdf_of(unsigned document, unsigned term)
{
    return document % EVERY[term] == 0 ? 1 + document / EVERY[term] % 100 : 0;
}

static void add_terms(xc_document *document, unsigned number)
{
    for (unsigned k = 0; k < TERMS; k++) {
        unsigned wdf = wdf_of(number, k);
        if (wdf > 0) {
            assert_int_equal(
                    xc_document_add_term(document, bytes_of(names[k]), wdf, NULL),
                    XC_OK);
        }
    }
}

static void write_documents(xc_writer *writer, unsigned from, unsigned step)
{
    for (unsigned i = from; i <= DOCUMENTS; i += step) {
        xc_document *document = NULL;
        assert_int_equal(xc_document_open(&document, NULL), XC_OK);
        add_terms(document, i);
        assert_int_equal(xc_writer_add(writer, document, NULL, NULL), XC_OK);
        xc_document_close(document);
    }
    commit_and_close(writer);
}

static int open_all(void **state)
{
    if (scratch_make(state) != 0)
        return 1;
    for (unsigned k = 0; k < TERMS; k++)
        names[k][0] = (char)('a' + k);
    write_documents(writer_at(scratch("whole"), XC_CREATE), 1, 1);
    write_documents(writer_at(scratch("odd"), XC_CREATE), 1, 2);
    write_documents(writer_at(scratch("even"), XC_CREATE), 2, 2);
    whole = database_at(scratch("whole"));
    if (xc_database_open_empty(&halves, NULL) != XC_OK ||
            xc_database_add(halves, scratch("odd"), NULL) != XC_OK ||
            xc_database_add(halves, scratch("even"), NULL) != XC_OK)
        return 1;
    return xc_pool_open(&pool, NULL);
}

static int close_all(void **state)
{
    xc_pool_close(pool);
    xc_database_close(whole);
    xc_database_close(halves);
    return scratch_remove(state);
}

static double factor_of(unsigned term)
{
    return 1 + 1.0 / (1 + term);
}

/* What a document with a wdf of 1 weighs. */
static double idf_of(unsigned term)
{
    xc_search search = { .weighting = XC_WEIGHT_IMPACT, .limit = 1 };
    xc_hits *hits = NULL;
    double idf = 1;

    assert_int_equal(
            xc_query_term(&search.query, pool, bytes_of(names[term]), 1, NULL), XC_OK);
    assert_int_equal(xc_database_search(&hits, whole, &search, NULL), XC_OK);
    if (hits->count > 0)
        idf = hits->items[0].weight / wdf_of(hits->items[0].docid, term);
    xc_hits_free(hits);
    return idf;
}

/* The same query in both ways. */
static const xc_query *sum_of_terms(void)
{
    xc_addend addends[TERMS + 1] = { { BYTES("unknown"), 1, false } };
    const xc_query *query = NULL;

    for (unsigned k = 0; k < TERMS; k++)
        addends[k + 1] =
                (xc_addend){ bytes_of(names[k]), factor_of(k) * idf_of(k), false };
    assert_int_equal(xc_query_sum(&query, pool, addends, TERMS + 1, 100, NULL), XC_OK);
    return query;
}

static const xc_query *or_of_terms(void)
{
    const xc_query *children[TERMS] = { NULL };
    const xc_query *query = NULL;

    for (unsigned k = 0; k < TERMS; k++) {
        assert_int_equal(
                xc_query_term(&query, pool, bytes_of(names[k]), 1, NULL), XC_OK);
        assert_int_equal(
                xc_query_scale(&children[k], pool, query, factor_of(k), NULL), XC_OK);
    }
    assert_int_equal(
            xc_query_combine(&query, pool, XC_OR, children, TERMS, 0, NULL), XC_OK);
    return query;
}

/* Terms that count where all of a chain are; "x" is nowhere. */
static const char *const CHAINS[] = { "c", "abd", "fa", "e", "gb", "ax", "x" };
enum { CHAIN_COUNT = sizeof CHAINS / sizeof *CHAINS };

static const xc_query *sum_of_chains(void)
{
    xc_addend addends[2 * TERMS];
    const xc_query *query = NULL;
    size_t count = 0;

    for (size_t i = 0; i < CHAIN_COUNT; i++)
        for (const char *term = CHAINS[i]; *term != '\0'; term++)
            addends[count++] = (xc_addend){ { term, 1 },
                *term == 'x' ? 1 : idf_of((unsigned)(*term - 'a')), term[1] != '\0' };
    assert_int_equal(xc_query_sum(&query, pool, addends, count, 100, NULL), XC_OK);
    return query;
}

static const xc_query *or_of_chains(void)
{
    const xc_query *children[CHAIN_COUNT] = { NULL };
    const xc_query *query = NULL;

    for (size_t i = 0; i < CHAIN_COUNT; i++) {
        xc_bytes terms[TERMS];
        size_t count = strlen(CHAINS[i]);
        for (size_t k = 0; k < count; k++)
            terms[k] = (xc_bytes){ &CHAINS[i][k], 1 };
        assert_int_equal(
                xc_query_terms(&children[i], pool, XC_AND, terms, count, 0, NULL),
                XC_OK);
    }
    assert_int_equal(
            xc_query_combine(&query, pool, XC_OR, children, CHAIN_COUNT, 0, NULL),
            XC_OK);
    return query;
}

static const xc_query *filtered(const xc_query *query, xc_operator op, const char *term)
{
    const xc_query *children[] = { query, NULL };

    assert_int_equal(xc_query_term(&children[1], pool, bytes_of(term), 1, NULL), XC_OK);
    assert_int_equal(xc_query_combine(&query, pool, op, children, 2, 0, NULL), XC_OK);
    return query;
}

static void assert_same(xc_database *database, const xc_query *sum,
        const xc_query *either, uint32_t limit)
{
    xc_search search = {
        .query = either, .weighting = XC_WEIGHT_IMPACT, .limit = limit
    };
    xc_hits *expected = NULL;
    xc_hits *hits = NULL;

    assert_int_equal(xc_database_search(&expected, database, &search, NULL), XC_OK);
    search.query = sum;
    assert_int_equal(xc_database_search(&hits, database, &search, NULL), XC_OK);
    assert_int_equal(hits->count, expected->count);
    for (size_t i = 0; i < hits->count; i++) {
        assert_int_equal(hits->items[i].docid, expected->items[i].docid);
        assert_true(fabs(hits->items[i].weight / expected->items[i].weight - 1) < 1e-9);
    }
    xc_hits_free(expected);
    xc_hits_free(hits);
}

static void a_sum_finds_what_an_or_finds(void **state)
{
    (void)state;
    for (uint32_t limit = 1; limit <= 1000; limit *= 10) {
        assert_same(whole, sum_of_terms(), or_of_terms(), limit);
        assert_same(halves, sum_of_terms(), or_of_terms(), limit);
    }
    assert_same(whole, sum_of_terms(), or_of_terms(), DOCUMENTS);
}

static void terms_of_a_chain_count_only_together(void **state)
{
    (void)state;
    for (uint32_t limit = 1; limit <= 10000; limit *= 10) {
        assert_same(whole, sum_of_chains(), or_of_chains(), limit);
        assert_same(halves, sum_of_chains(), or_of_chains(), limit);
    }
    assert_same(whole, filtered(sum_of_chains(), XC_FILTER, "j"),
            filtered(or_of_chains(), XC_FILTER, "j"), 100);
}

static void a_sum_can_be_filtered(void **state)
{
    static const char *const FILTERS[] = { "b", "h", "j", "nowhere" };

    (void)state;
    for (size_t i = 0; i < sizeof FILTERS / sizeof *FILTERS; i++) {
        assert_same(whole, filtered(sum_of_terms(), XC_FILTER, FILTERS[i]),
                filtered(or_of_terms(), XC_FILTER, FILTERS[i]), 100);
        assert_same(halves, filtered(sum_of_terms(), XC_AND_NOT, FILTERS[i]),
                filtered(or_of_terms(), XC_AND_NOT, FILTERS[i]), 100);
    }
}

static void a_sum_of_nothing_is_nothing(void **state)
{
    const xc_addend unknown = { BYTES("unknown"), 1, false };
    const xc_query *query = NULL;
    xc_hits *hits = NULL;

    (void)state;
    assert_int_equal(xc_query_sum(&query, pool, NULL, 0, 100, NULL), XC_OK);
    assert_null(query);
    assert_int_equal(xc_query_sum(&query, pool, &unknown, 1, 100, NULL), XC_OK);
    assert_int_equal(
            xc_database_search(&hits, whole, &(xc_search){ .query = query }, NULL),
            XC_OK);
    assert_int_equal(hits->count, 0);
    xc_hits_free(hits);
}

static void a_deadline_stops_a_sum(void **state)
{
    xc_hits *hits = NULL;
    const xc_search search = { .query = sum_of_terms(), .deadline_us = 1 };

    (void)state;
    assert_int_equal(xc_database_search(&hits, whole, &search, NULL), XC_TIMEOUT);
    assert_null(hits);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_sum_finds_what_an_or_finds),
        cmocka_unit_test(terms_of_a_chain_count_only_together),
        cmocka_unit_test(a_sum_can_be_filtered),
        cmocka_unit_test(a_sum_of_nothing_is_nothing),
        cmocka_unit_test(a_deadline_stops_a_sum),
    };

    return cmocka_run_group_tests(tests, open_all, close_all);
}
