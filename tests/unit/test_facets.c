#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "core/view.h"
#include "fixture_search.h"

static const struct fixture_passage PASSAGES[] = {
    { "https://www.knees.example/cap/", "Kneecap pain", NULL,
            "Pain around the patella, worse on stairs.", KIND_DEFINITION,
            "2021-03-02" },
    { "https://www.knees.example/cap/", "Kneecap pain", "Exercises",
            "Squats that load the patella without pain.", KIND_EXERCISES,
            "2021-03-02" },
    { "https://www.knees.example/cap/", "Kneecap pain", "More exercises",
            "Step-downs, as long as the patella bears them.", KIND_EXERCISES,
            "2021-03-02" },
    { "https://knees.example:8080/old/", "An older view", NULL,
            "Once the patella was taken out for pain.", KIND_TREATMENT, "1998-01-01" },
    { "https://clinic.example/tape/", "Taping", "Exercises",
            "Tape moves the patella a little; then do squats.", KIND_EXERCISES,
            "2021-12-31" },
    { "https://clinic.example/undated/", "Undated", NULL,
            "The patella is the largest sesamoid bone.", KIND_DEFINITION, NULL },
    { "https://clinic.example/neck/", "Neck pain", NULL,
            "Pain in the neck comes and goes.", KIND_DEFINITION, "2025-01-01" },
};

static int open_index(void **state)
{
    (void)state;
    return fixture_search_open(PASSAGES, sizeof PASSAGES / sizeof *PASSAGES, NULL);
}

static const palpate_facet *facet(const char *name)
{
    for (size_t i = 0; i < answer->facet_count; i++)
        if (strcmp(answer->facets[i].name, name) == 0)
            return &answer->facets[i];
    fail_msg("there is no facet %s", name);
    return NULL;
}

static void assert_value(
        const char *name, size_t place, const char *value, uint64_t count)
{
    const palpate_facet *of = facet(name);

    assert_true(place < of->value_count);
    assert_true(view_equals(of->values[place].value, view_of(value)));
    assert_int_equal(of->values[place].count, count);
}

static void assert_order(const char *const *urls, size_t count)
{
    assert_int_equal(answer->hit_count, count);
    for (size_t i = 0; i < count; i++)
        if (!view_equals(answer->hits[i].url, view_of(urls[i])))
            fail_msg("hit %zu is %.*s", i, (int)answer->hits[i].url.size,
                    answer->hits[i].url.data);
}

static void facets_cost_nothing_unless_asked_for(void **state)
{
    (void)state;
    ask_with("patella", NULL);
    assert_int_equal(answer->facet_count, 0);
}

/* Three passages of exercises stand in two articles. */
static void a_facet_counts_articles_for_each_value(void **state)
{
    const palpate_search_options options = { .facet_values = 9 };

    (void)state;
    ask_with("patella", &options);
    assert_int_equal(answer->facet_count, PALPATE_FACETS);
    assert_true(answer->facets_are_exact);
    assert_int_equal(facet("kind")->value_count, 3);
    assert_value("kind", 0, "definition", 2);
    assert_value("kind", 1, "exercises", 2);
    assert_value("kind", 2, "treatment", 1);
    assert_value("site", 0, "clinic.example", 2);
    assert_value("site", 1, "knees.example", 2);
    assert_value("year", 0, "2021", 2);
    assert_value("year", 1, "1998", 1);
    assert_int_equal(facet("year")->value_count, 2);
    assert_int_equal(facet("author")->value_count, 0);
}

static void without_groups_a_facet_counts_passages(void **state)
{
    const palpate_search_options flat = { .facet_values = 9,
        .group = PALPATE_GROUP_NONE };

    (void)state;
    ask_with("patella", &flat);
    assert_value("kind", 0, "exercises", 3);
    assert_value("site", 0, "knees.example", 4);
}

/* Passages with the words apart are no answers. */
static void a_facet_counts_only_what_was_confirmed(void **state)
{
    const palpate_search_options options = { .facet_values = 9 };

    (void)state;
    ask_with("\"the patella was\"", &options);
    assert_value("year", 0, "1998", 1);
    assert_int_equal(facet("year")->value_count, 1);
}

/* With the filter of a value there are as many answers as its count says. */
static void the_filter_of_a_value_finds_what_was_counted(void **state)
{
    const palpate_search_options options = { .facet_values = 9 };
    char queries[16][64];
    uint64_t counts[16];
    size_t count = 0;

    (void)state;
    ask_with("patella", &options);
    for (size_t i = 0; i < answer->facet_count; i++) {
        for (size_t k = 0; k < answer->facets[i].value_count; k++, count++) {
            const palpate_facet_value *value = &answer->facets[i].values[k];
            (void)snprintf(queries[count], sizeof queries[count], "patella %.*s",
                    (int)value->filter.size, value->filter.data);
            counts[count] = value->count;
        }
    }
    assert_int_equal(count, 7);
    for (size_t i = 0; i < count; i++) {
        ask_with(queries[i], NULL);
        assert_int_equal(answer->total, counts[i]);
    }
}

static void values_that_are_not_listed_are_counted(void **state)
{
    const palpate_search_options one = { .facet_values = 1 };

    (void)state;
    ask_with("patella", &one);
    assert_int_equal(facet("kind")->value_count, 1);
    assert_int_equal(facet("kind")->more, 2);
}

static void the_newest_come_first_and_the_undated_last(void **state)
{
    static const char *const URLS[] = { "https://clinic.example/tape/",
        "https://www.knees.example/cap/", "https://knees.example:8080/old/",
        "https://clinic.example/undated/" };
    const palpate_search_options newest = { .sort = PALPATE_SORT_NEWEST };

    (void)state;
    ask_with("patella", &newest);
    assert_order(URLS, 4);
    assert_true(answer->total_is_exact);
}

static void the_oldest_come_first_and_the_undated_last(void **state)
{
    static const char *const URLS[] = { "https://knees.example:8080/old/",
        "https://www.knees.example/cap/", "https://clinic.example/tape/",
        "https://clinic.example/undated/" };
    palpate_search_options oldest = { .sort = PALPATE_SORT_OLDEST };

    (void)state;
    ask_with("patella", &oldest);
    assert_order(URLS, 4);
    oldest.offset = 1;
    oldest.limit = 2;
    ask_with("patella", &oldest);
    assert_order(URLS + 1, 2);
}

/* "Neck pain" of 2025 has a word of the query and is not what was asked for. */
static void by_date_all_words_are_demanded(void **state)
{
    static const char *const URLS[] = { "https://www.knees.example/cap/",
        "https://knees.example:8080/old/" };
    const palpate_search_options newest = { .sort = PALPATE_SORT_NEWEST };

    (void)state;
    ask_with("the patella pain", &newest);
    assert_order(URLS, 2);
    assert_int_equal(answer->note_count, 0);
}

static void by_date_a_choice_stays_a_choice(void **state)
{
    const palpate_search_options newest = { .sort = PALPATE_SORT_NEWEST };

    (void)state;
    ask_with("sesamoid OR neck", &newest);
    assert_int_equal(answer->hit_count, 2);
    ask_with("+neck sesamoid", &newest);
    assert_int_equal(answer->hit_count, 1);
}

static void where_nothing_has_all_words_some_do_and_a_note_says_so(void **state)
{
    const palpate_search_options newest = { .sort = PALPATE_SORT_NEWEST };

    (void)state;
    ask_with("sesamoid neck", &newest);
    assert_int_equal(answer->hit_count, 2);
    assert_int_equal(answer->note_count, 1);
}

static void an_article_is_not_like_itself(void **state)
{
    palpate_search_options like = { .like = PALPATE_VIEW_INIT(
                                            "https://www.knees.example/cap") };

    (void)state;
    ask_with("", &like);
    assert_true(answer->hit_count >= 1);
    for (size_t i = 0; i < answer->hit_count; i++) {
        assert_false(view_equals(
                answer->hits[i].url, PALPATE_VIEW("https://www.knees.example/cap/")));
        assert_false(answer->hits[i].is_related);
    }
    /* Of several words in common, rather than one. */
    assert_true(view_equals(
            answer->hits[0].url, PALPATE_VIEW("https://clinic.example/tape/")));
    assert_int_equal(answer->total, answer->hit_count);
}

static void filters_hold_for_what_is_alike_and_words_do_not(void **state)
{
    palpate_search_options like = { .like = PALPATE_VIEW_INIT(
                                            "https://www.knees.example/cap/#top"),
        .facet_values = 3 };

    (void)state;
    ask_with("kind:treatment", &like);
    assert_int_equal(answer->hit_count, 1);
    assert_int_equal(answer->note_count, 0);
    assert_value("year", 0, "1998", 1);
    ask_with("zebra kind:treatment", &like);
    assert_int_equal(answer->hit_count, 1);
    assert_int_equal(answer->note_count, 1);
}

static void nothing_is_like_an_article_that_is_not_there(void **state)
{
    palpate_search_options like = { .like = PALPATE_VIEW_INIT("https://no.example/") };

    (void)state;
    ask_with("patella", &like);
    assert_int_equal(answer->hit_count, 0);
    assert_int_equal(answer->total, 0);
    assert_true(answer->note_count >= 1);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(facets_cost_nothing_unless_asked_for),
        cmocka_unit_test(a_facet_counts_articles_for_each_value),
        cmocka_unit_test(without_groups_a_facet_counts_passages),
        cmocka_unit_test(a_facet_counts_only_what_was_confirmed),
        cmocka_unit_test(the_filter_of_a_value_finds_what_was_counted),
        cmocka_unit_test(values_that_are_not_listed_are_counted),
        cmocka_unit_test(the_newest_come_first_and_the_undated_last),
        cmocka_unit_test(the_oldest_come_first_and_the_undated_last),
        cmocka_unit_test(by_date_all_words_are_demanded),
        cmocka_unit_test(by_date_a_choice_stays_a_choice),
        cmocka_unit_test(where_nothing_has_all_words_some_do_and_a_note_says_so),
        cmocka_unit_test(an_article_is_not_like_itself),
        cmocka_unit_test(filters_hold_for_what_is_alike_and_words_do_not),
        cmocka_unit_test(nothing_is_like_an_article_that_is_not_there),
    };
    return cmocka_run_group_tests(tests, open_index, fixture_search_close);
}
