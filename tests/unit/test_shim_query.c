#include "shim_small.h"

#include <math.h>

static void a_term_finds_what_has_it(void **state)
{
    assert_string_equal(finds(*state, term(*state, "frozen")), "1,3");
    assert_string_equal(finds(*state, term(*state, "nothing")), "");
}

static void operators_combine(void **state)
{
    struct fixture *f = *state;

    assert_string_equal(finds(f, combine(f, XC_AND, "frozen", "pain", 0)), "1");
    assert_string_equal(finds(f, combine(f, XC_OR, "frozen", "neck", 0)), "1,3,4,5");
    assert_string_equal(finds(f, combine(f, XC_AND_NOT, "pain", "shoulder", 0)), "4,5");
    assert_string_equal(finds(f, combine(f, XC_AND_MAYBE, "frozen", "pain", 0)), "1,3");
    assert_string_equal(finds(f, combine(f, XC_FILTER, "frozen", "pain", 0)), "1");
    assert_string_equal(finds(f, combine(f, XC_SYNONYM, "knee", "peas", 0)), "3,5");
    assert_string_equal(finds(f, combine(f, XC_MAX, "knee", "peas", 0)), "3,5");
}

static void phrases_and_neighbours_are_found_by_position(void **state)
{
    struct fixture *f = *state;

    assert_string_equal(finds(f, combine(f, XC_PHRASE, "frozen", "shoulder", 0)), "1");
    assert_string_equal(finds(f, combine(f, XC_PHRASE, "shoulder", "frozen", 0)), "");
    assert_string_equal(
            finds(f, combine(f, XC_PHRASE, "frozen", "shoulder", 5)), "1,3");
    assert_string_equal(finds(f, combine(f, XC_NEAR, "shoulder", "frozen", 5)), "1,3");
    assert_string_equal(finds(f, combine(f, XC_NEAR, "shoulder", "frozen", 2)), "1");
}

static void a_phrase_of_anything_but_terms_is_unsupported(void **state)
{
    struct fixture *f = *state;
    const xc_query *children[] = { combine(f, XC_AND, "a", "b", 0), term(f, "c") };
    const xc_query *query = NULL;

    assert_int_equal(xc_query_combine(&query, f->pool, XC_PHRASE, children, 2, 2, NULL),
            XC_UNSUPPORTED);
    assert_null(query);
}

static void a_query_of_nothing_matches_nothing(void **state)
{
    struct fixture *f = *state;
    const xc_query *query = NULL;
    const xc_query *children[] = { NULL, term(f, "frozen"), NULL };
    xc_hits *hits = search(f, &(xc_search){ .query = NULL });

    assert_int_equal(hits->count, 0);
    assert_true(hits->is_exact);
    xc_hits_free(hits);
    assert_int_equal(
            xc_query_combine(&query, f->pool, XC_AND, children, 3, 0, NULL), XC_OK);
    assert_string_equal(finds(f, query), "1,3");
    assert_int_equal(
            xc_query_combine(&query, f->pool, XC_AND, children, 1, 0, NULL), XC_OK);
    assert_null(query);
    assert_int_equal(
            xc_query_combine(&query, f->pool, XC_AND_NOT, children, 2, 0, NULL), XC_OK);
    assert_null(query);
}

static void all_matches_all(void **state)
{
    struct fixture *f = *state;
    const xc_query *all = NULL;

    assert_int_equal(xc_query_all(&all, f->pool, NULL), XC_OK);
    assert_string_equal(finds(f, all), "1,2,3,4,5,6,7,8");
}

static void ranges_of_values_are_inclusive_and_open_on_demand(void **state)
{
    struct fixture *f = *state;
    const xc_bytes from = BYTES("2018");
    const xc_bytes to = BYTES("2020");
    const struct {
        const xc_bytes *from;
        const xc_bytes *to;
        const char *found;
    } cases[] = {
        { &from, &to, "1,2,6" },
        { &from, NULL, "1,2,3,4,5,6" },
        { NULL, &to, "1,2,6,7,8" },
        { NULL, NULL, "1,2,3,4,5,6,7,8" },
        { &to, &from, "" },
    };

    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const xc_query *range = NULL;
        assert_int_equal(
                xc_query_range(&range, f->pool, 0, cases[i].from, cases[i].to, NULL),
                XC_OK);
        assert_string_equal(finds(f, range), cases[i].found);
    }
}

static void a_prefix_stands_for_its_commonest_terms(void **state)
{
    struct fixture *f = *state;
    const xc_query *query = NULL;
    bool is_cut = true;

    assert_int_equal(xc_query_prefix(&query, &is_cut, f->pool, f->database,
                             BYTES("should"), 0, NULL),
            XC_OK);
    assert_string_equal(finds(f, query), "1,2,3,7,8");
    assert_false(is_cut);
    assert_int_equal(xc_query_prefix(&query, &is_cut, f->pool, f->database,
                             BYTES("should"), 1, NULL),
            XC_OK);
    assert_string_equal(finds(f, query), "1,2,3,7");
    assert_true(is_cut);
    assert_int_equal(
            xc_query_prefix(&query, NULL, f->pool, f->database, BYTES("xyz"), 9, NULL),
            XC_OK);
    assert_null(query);
}

static void a_list_of_terms_is_one_call(void **state)
{
    struct fixture *f = *state;
    const xc_bytes terms[] = { BYTES("neck"), BYTES("pain") };
    const xc_query *query = NULL;

    assert_int_equal(
            xc_query_terms(&query, f->pool, XC_PHRASE, terms, 2, 0, NULL), XC_OK);
    assert_string_equal(finds(f, query), "4,5");
    assert_int_equal(
            xc_query_terms(&query, f->pool, XC_PHRASE, terms, 0, 0, NULL), XC_OK);
    assert_null(query);
}

static void a_query_may_be_deep_but_not_too_deep(void **state)
{
    struct fixture *f = *state;
    const xc_query *query = term(f, "frozen");
    xc_status status = XC_OK;
    unsigned depth = 1;

    for (; depth < XC_QUERY_DEPTH; depth++) {
        const xc_query *children[] = { query, term(f, depth % 2 ? "neck" : "pain") };
        assert_int_equal(
                xc_query_combine(&query, f->pool, depth % 2 ? XC_OR : XC_AND_MAYBE,
                        children, 2, 0, NULL),
                XC_OK);
    }
    assert_string_equal(finds(f, query), "1,3,4,5");
    status = xc_query_scale(&query, f->pool, query, 2, NULL);
    assert_int_equal(status, XC_BAD_ARGUMENT);
    assert_null(query);
}

static void a_factor_scales_the_weight_and_nought_makes_a_filter(void **state)
{
    struct fixture *f = *state;
    const xc_query *query = NULL;
    xc_hits *plain = search(
            f, &(xc_search){ .query = term(f, "peas"), .weighting = XC_WEIGHT_IMPACT });

    assert_int_equal(xc_query_scale(&query, f->pool, term(f, "peas"), 3, NULL), XC_OK);
    xc_hits *tripled =
            search(f, &(xc_search){ .query = query, .weighting = XC_WEIGHT_IMPACT });
    assert_true(fabs(tripled->items[0].weight - 3 * plain->items[0].weight) < 1e-9);
    assert_int_equal(xc_query_scale(&query, f->pool, term(f, "peas"), 0, NULL), XC_OK);
    xc_hits *filtered =
            search(f, &(xc_search){ .query = query, .weighting = XC_WEIGHT_IMPACT });
    assert_int_equal(filtered->count, 1);
    assert_true(filtered->items[0].weight == 0);
    xc_hits_free(plain);
    xc_hits_free(tripled);
    xc_hits_free(filtered);
    assert_int_equal(xc_query_scale(&query, f->pool, term(f, "peas"), -1, NULL),
            XC_BAD_ARGUMENT);
}

static void a_query_describes_itself(void **state)
{
    struct fixture *f = *state;
    char *text = NULL;

    assert_int_equal(
            xc_query_describe(&text, combine(f, XC_AND, "frozen", "pain", 0), NULL),
            XC_OK);
    assert_string_equal(text, "Query((frozen AND pain))");
    xc_free(text);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        SMALL(a_term_finds_what_has_it),
        SMALL(operators_combine),
        SMALL(phrases_and_neighbours_are_found_by_position),
        SMALL(a_phrase_of_anything_but_terms_is_unsupported),
        SMALL(a_query_of_nothing_matches_nothing),
        SMALL(all_matches_all),
        SMALL(ranges_of_values_are_inclusive_and_open_on_demand),
        SMALL(a_prefix_stands_for_its_commonest_terms),
        SMALL(a_list_of_terms_is_one_call),
        SMALL(a_query_may_be_deep_but_not_too_deep),
        SMALL(a_factor_scales_the_weight_and_nought_makes_a_filter),
        SMALL(a_query_describes_itself),
    };

    return cmocka_run_group_tests(tests, scratch_make, scratch_remove);
}
