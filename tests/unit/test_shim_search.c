#include "shim_small.h"

#include <math.h>

/* Deeper than that Xapian overflows the stack. */

/* log(1 + (8 - 4 + 0.5) / (4 + 0.5)) = log 2 for "shoulder", which 4 of 8 have. */

static void an_impact_weighs_idf_times_wdf(void **state)
{
    struct fixture *f = *state;
    xc_hits *hits = search(f, &(xc_search){ .query = term(f, "shoulder"),
                                      .weighting = XC_WEIGHT_IMPACT });

    assert_int_equal(hits->count, 4);
    assert_int_equal(hits->items[0].docid, 7);
    assert_true(fabs(hits->items[0].weight - 3 * log(2)) < 1e-9);
    for (size_t i = 1; i < 4; i++) {
        assert_true(fabs(hits->items[i].weight - log(2)) < 1e-9);
        assert_int_equal(hits->items[i].docid, i); /* ties in order of docid */
    }
    xc_hits_free(hits);
}

static void bm25_takes_parameters(void **state)
{
    struct fixture *f = *state;
    static const double LINEAR[] = { 1e7, 0, 1, 0, 0.5 };
    xc_search what = { .query = term(f, "shoulder") };
    xc_hits *plain = search(f, &what);

    what.parameters = LINEAR;
    xc_hits *linear = search(f, &what);
    double ratio = linear->items[0].weight / linear->items[1].weight;
    assert_int_equal(linear->items[0].docid, 7);
    assert_true(fabs(ratio - 3) < 1e-3);
    assert_true(plain->items[0].weight / plain->items[1].weight < 2);
    xc_hits_free(plain);
    xc_hits_free(linear);
}

static void pages_follow_each_other(void **state)
{
    struct fixture *f = *state;
    xc_search what = { .query = term(f, "pain"), .limit = 3 };
    xc_hits *first = search(f, &what);

    what.offset = 3;
    xc_hits *second = search(f, &what);
    assert_int_equal(first->count, 3);
    assert_int_equal(second->count, 1);
    assert_true(first->items[2].weight >= second->items[0].weight);
    for (size_t i = 0; i < 3; i++)
        assert_int_not_equal(first->items[i].docid, second->items[0].docid);
    xc_hits_free(first);
    xc_hits_free(second);
}

static void hits_carry_data_values_and_terms(void **state)
{
    struct fixture *f = *state;
    static const uint32_t SLOTS[] = { 1, 0, 9 };
    xc_hits *hits =
            search(f, &(xc_search){ .query = combine(f, XC_AND, "frozen", "pain", 0),
                              .value_slots = SLOTS,
                              .value_count = 3,
                              .with_terms = true });

    assert_int_equal(hits->count, 1);
    const xc_hit *hit = &hits->items[0];
    assert_bytes(hit->data, "frozen shoulder pain");
    assert_bytes(hit->values[0], "clinic");
    assert_bytes(hit->values[1], "2019");
    assert_int_equal(hit->values[2].size, 0);
    assert_int_equal(hit->term_count, 2);
    assert_bytes(hit->terms[0], "frozen");
    assert_bytes(hit->terms[1], "pain");
    assert_int_equal(hit->percent, 100);
    xc_hits_free(hits);

    hits = search(f, &(xc_search){ .query = term(f, "peas"), .without_data = true });
    assert_int_equal(hits->items[0].data.size, 0);
    assert_null(hits->items[0].values);
    xc_hits_free(hits);
}

static void a_filter_leaves_the_weight_alone(void **state)
{
    struct fixture *f = *state;
    xc_search what = { .query = term(f, "shoulder"), .weighting = XC_WEIGHT_IMPACT };
    xc_hits *plain = search(f, &what);

    what.filter = term(f, "frozen");
    xc_hits *filtered = search(f, &what);
    assert_int_equal(filtered->count, 2);
    assert_int_equal(filtered->items[0].docid, 1);
    assert_true(filtered->items[0].weight == plain->items[1].weight);
    xc_hits_free(plain);
    xc_hits_free(filtered);
}

static void collapsing_keeps_the_best_of_each_value(void **state)
{
    struct fixture *f = *state;
    static const uint32_t PLACE = 1;
    xc_search what = { .query = term(f, "shoulder"),
        .weighting = XC_WEIGHT_IMPACT,
        .collapse_slot = &PLACE };
    xc_hits *hits = search(f, &what);

    assert_int_equal(hits->count, 3); /* gym, clinic, home */
    assert_int_equal(hits->items[2].docid, 2);
    assert_int_equal(hits->items[2].collapsed, 1);
    xc_hits_free(hits);
    what.collapse_limit = 2;
    hits = search(f, &what);
    assert_int_equal(hits->count, 4);
    xc_hits_free(hits);
}

static void hits_sort_by_a_value(void **state)
{
    struct fixture *f = *state;
    static const uint32_t YEAR = 0;
    xc_search what = { .query = term(f, "pain"), .sort_slot = &YEAR };
    xc_hits *newest = search(f, &what);

    what.sort_ascending = true;
    xc_hits *oldest = search(f, &what);
    for (size_t i = 0; i < 4; i++) {
        static const uint32_t BY_YEAR[] = { 1, 2, 4, 5 };
        assert_int_equal(oldest->items[i].docid, BY_YEAR[i]);
        assert_int_equal(newest->items[3 - i].docid, BY_YEAR[i]);
    }
    xc_hits_free(newest);
    xc_hits_free(oldest);
}

static void facets_count_values(void **state)
{
    struct fixture *f = *state;
    static const uint32_t SLOTS[] = { 1 };
    xc_hits *hits = search(f, &(xc_search){ .query = term(f, "pain"),
                                      .limit = 1,
                                      .check_at_least = DOCUMENT_COUNT,
                                      .facet_slots = SLOTS,
                                      .facet_count = 1 });

    assert_int_equal(hits->count, 1);
    assert_int_equal(hits->looked_at, 4);
    assert_int_equal(hits->facet_count, 2);
    assert_bytes(hits->facets[0].value, "clinic");
    assert_int_equal(hits->facets[0].count, 3);
    assert_bytes(hits->facets[1].value, "home");
    assert_int_equal(hits->facets[1].count, 1);
    assert_int_equal(hits->facets[1].slot, 1);
    xc_hits_free(hits);
}

/* A deadline must not cost the exactness of the totals. */

static void totals_are_exact_where_all_was_looked_at(void **state)
{
    struct fixture *f = *state;
    xc_search what = { .query = combine(f, XC_OR, "frozen", "neck", 0),
        .limit = 1,
        .check_at_least = DOCUMENT_COUNT,
        .weighting = XC_WEIGHT_IMPACT };

    for (int i = 0; i < 2; i++) {
        what.deadline_us = i == 0 ? 0 : UINT64_MAX;
        xc_hits *hits = search(f, &what);
        assert_true(hits->is_exact);
        assert_int_equal(hits->at_least, 4);
        assert_int_equal(hits->estimated, 4);
        assert_int_equal(hits->at_most, 4);
        xc_hits_free(hits);
    }
}

struct seen {
    uint32_t docids[DOCUMENT_COUNT];
    size_t count;
};

static bool keep_homes(void *user, uint32_t docid, xc_bytes value)
{
    struct seen *seen = user;

    seen->docids[seen->count++] = docid;
    return value.size == 4 && memcmp(value.data, "home", 4) == 0;
}

static void the_caller_decides_what_is_kept(void **state)
{
    struct fixture *f = *state;
    struct seen seen = { .count = 0 };
    xc_hits *hits = search(f, &(xc_search){ .query = term(f, "pain"),
                                      .decide = keep_homes,
                                      .decide_slot = 1,
                                      .user = &seen });

    assert_int_equal(hits->count, 1);
    assert_int_equal(hits->items[0].docid, 2);
    assert_int_equal(seen.count, 4);
    xc_hits_free(hits);
}

/* With two shards, odd numbers are of the first and even ones of the second. */

static void several_databases_are_searched_as_one(void **state)
{
    struct fixture *f = *state;
    struct fixture both = { .pool = f->pool };
    struct seen seen = { .count = 0 };

    write_small(scratch("one"), 0, 4);
    write_small(scratch("two"), 4, DOCUMENT_COUNT);
    assert_int_equal(xc_database_open_empty(&both.database, NULL), XC_OK);
    assert_int_equal(xc_database_add(both.database, scratch("one"), NULL), XC_OK);
    assert_int_equal(xc_database_add(both.database, scratch("two"), NULL), XC_OK);
    assert_int_equal(xc_database_shards(both.database), 2);
    assert_false(xc_database_has_remote(both.database));
    assert_string_equal(finds(&both, term(f, "shoulder")), "1,3,5,6");

    xc_hits *whole = search(f, &(xc_search){ .query = term(f, "shoulder"),
                                       .weighting = XC_WEIGHT_IMPACT });
    xc_hits *parts = search(&both, &(xc_search){ .query = term(f, "shoulder"),
                                           .weighting = XC_WEIGHT_IMPACT });
    for (size_t i = 0; i < whole->count; i++)
        assert_true(whole->items[i].weight == parts->items[i].weight);
    xc_hits_free(whole);
    xc_hits_free(parts);

    xc_hits *homes = search(&both, &(xc_search){ .query = term(f, "shoulder"),
                                           .decide = keep_homes,
                                           .decide_slot = 1,
                                           .user = &seen });
    assert_int_equal(homes->count, 2);
    assert_int_equal(seen.count, 4);
    for (size_t i = 0; i < seen.count; i++) /* numbers of their own shard */
        assert_true(seen.docids[i] <= 3);
    xc_hits_free(homes);
    xc_database_close(both.database);
}

static void an_empty_database_has_no_hits(void **state)
{
    struct fixture *f = *state;
    struct fixture none = { .pool = f->pool };

    assert_int_equal(xc_database_open_empty(&none.database, NULL), XC_OK);
    assert_string_equal(finds(&none, term(f, "shoulder")), "");
    xc_database_close(none.database);
}

static void documents_are_fetched_by_number(void **state)
{
    struct fixture *f = *state;
    static const uint32_t DOCIDS[] = { 5, 99, 1 };
    static const uint32_t SLOTS[] = { 0 };
    xc_hits *hits = NULL;

    assert_int_equal(
            xc_database_fetch(&hits, f->database, DOCIDS, 3,
                    &(xc_search){ .value_slots = SLOTS, .value_count = 1 }, NULL),
            XC_OK);
    assert_int_equal(hits->count, 2);
    assert_int_equal(hits->items[0].docid, 5);
    assert_bytes(hits->items[0].data, "knee pain and neck pain");
    assert_bytes(hits->items[0].values[0], "2023");
    assert_int_equal(hits->items[1].docid, 1);
    xc_hits_free(hits);
}

static void similar_terms_are_those_that_tell_documents_apart(void **state)
{
    struct fixture *f = *state;
    static const uint32_t DOCIDS[] = { 1, 3 };
    xc_list *terms = NULL;

    assert_int_equal(
            xc_database_similar_terms(&terms, f->database, DOCIDS, 2, 1, NULL), XC_OK);
    assert_int_equal(terms->count, 1);
    assert_bytes(terms->items[0].text, "frozen");
    assert_int_equal(terms->items[0].documents, 2);
    assert_true(terms->items[0].weight > 0);
    xc_list_free(terms);
    assert_int_equal(xc_database_similar_with_prefix(
                             &terms, f->database, DOCIDS, 2, BYTES("pe"), 5, NULL),
            XC_OK);
    assert_int_equal(terms->count, 1);
    assert_bytes(terms->items[0].text, "peas");
    xc_list_free(terms);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        SMALL(an_impact_weighs_idf_times_wdf),
        SMALL(bm25_takes_parameters),
        SMALL(pages_follow_each_other),
        SMALL(hits_carry_data_values_and_terms),
        SMALL(a_filter_leaves_the_weight_alone),
        SMALL(collapsing_keeps_the_best_of_each_value),
        SMALL(hits_sort_by_a_value),
        SMALL(facets_count_values),
        SMALL(totals_are_exact_where_all_was_looked_at),
        SMALL(the_caller_decides_what_is_kept),
        SMALL(several_databases_are_searched_as_one),
        SMALL(an_empty_database_has_no_hits),
        SMALL(documents_are_fetched_by_number),
        SMALL(similar_terms_are_those_that_tell_documents_apart),
    };

    return cmocka_run_group_tests(tests, scratch_make, scratch_remove);
}
