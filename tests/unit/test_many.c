#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>
#include <palpate/suggest.h>

#include "core/digest.h"
#include "core/view.h"
#include "fixture_search.h"
#include "fixture_site.h"
#include "query/index/engine.h"

#define HOUR (UINT64_C(3600) * 1000 * 1000)

static int open_index(void **state)
{
    struct fixture_passage *passages = fixture_site_make(SITE_LARGE);
    int status =
            fixture_search_open(passages, (size_t)SITE_LARGE * SITE_PASSAGES, NULL);

    (void)state;
    fixture_site_free(passages, SITE_LARGE);
    return status;
}

static uint64_t number_of(palpate_view text)
{
    uint64_t number = 0;

    for (size_t i = 0; i < text.size; i++) {
        if (text.data[i] < '0' || text.data[i] > '9')
            fail_msg("no number: %.*s", (int)text.size, text.data);
        number = number * 10 + (uint64_t)(text.data[i] - '0');
    }
    return number;
}

static void assert_values_of_the_site(void)
{
    const palpate_facet *years = &answer->facets[4];

    assert_int_equal(answer->facet_count, PALPATE_FACETS);
    assert_int_equal(answer->facets[2].value_count, 1);
    assert_true(
            view_equals(answer->facets[2].values[0].value, PALPATE_VIEW("s.example")));
    assert_int_equal(years->value_count, 15);
    for (size_t i = 0; i < years->value_count; i++) {
        assert_in_range(number_of(years->values[i].value), 2010, 2024);
        assert_true(years->values[i].count > 0);
    }
}

/* The values are views into records, most of which were read only to be counted. */
static void facets_say_what_stands_in_the_index(void **state)
{
    static const char *const QUERIES[] = { "pain", "+pain running", "\"steady plan\"",
        "pain diary -rare", "pain kind:exercises" };
    palpate_search_options options = { .facet_values = 20, .deadline_us = HOUR };

    (void)state;
    for (size_t i = 0; i < 2 * sizeof QUERIES / sizeof *QUERIES; i++) {
        options.group = i % 2 == 0 ? PALPATE_GROUP_ARTICLE : PALPATE_GROUP_NONE;
        ask_with(QUERIES[i / 2], &options);
        assert_values_of_the_site();
    }
}

/* However little time there is, an answer comes, and says what it lacks. */
static void what_runs_out_of_time_says_so(void **state)
{
    const palpate_suggest_options hurried = { .deadline_us = 1 };
    palpate_suggestions *suggestions = NULL;

    (void)state;
    for (int sort = PALPATE_SORT_RELEVANCE; sort <= PALPATE_SORT_OLDEST; sort++) {
        const palpate_search_options options = {
            .sort = (palpate_sort)sort, .facet_values = 3, .deadline_us = 1
        };
        ask_with("pain plan", &options);
        assert_true(answer->is_partial);
        assert_false(answer->total_is_exact);
        assert_false(answer->facets_are_exact);
        assert_int_equal(answer->limit_count, 1);
        assert_true(view_equals(answer->limits[0], PALPATE_VIEW("time")));
    }
    assert_int_equal(palpate_suggest(&suggestions, searcher,
                             PALPATE_VIEW("pain diary 1"), &hurried, NULL),
            PALPATE_OK);
    assert_true(suggestions->is_partial);
    assert_int_equal(suggestions->count, 0);
    palpate_suggestions_free(suggestions);
}

static void what_has_time_is_whole(void **state)
{
    const palpate_search_options options = { .deadline_us = HOUR };
    const palpate_suggest_options suggest = { .limit = 3, .deadline_us = HOUR };
    const palpate_passage_options passage = { .deadline_us = HOUR };
    palpate_suggestions *suggestions = NULL;
    palpate_answer *found = NULL;

    (void)state;
    ask_with("pain plan", &options);
    assert_false(answer->is_partial);
    assert_int_equal(palpate_passage(&found, searcher, answer->hits[0].article, 3,
                             &passage, NULL),
            PALPATE_OK);
    assert_int_equal(found->hit_count, 1);
    assert_false(found->is_partial);
    palpate_answer_free(found);
    assert_int_equal(palpate_suggest(&suggestions, searcher, PALPATE_VIEW("zzzzzz"),
                             &suggest, NULL),
            PALPATE_OK);
    assert_false(suggestions->is_partial);
    palpate_suggestions_free(suggestions);
}

/* Of all that is asked of the index for an answer. */
static void no_search_of_the_index_outlasts_its_budget(void **state)
{
    const uint64_t article = hash_of(PALPATE_VIEW("https://s.example/1/"));
    const palpate_view words[] = { PALPATE_VIEW_INIT("pain"),
        PALPATE_VIEW_INIT("plan") };
    struct engine *engine = NULL;
    struct engine_result found = { 0 };
    bool meets = false;

    (void)state;
    assert_int_equal(engine_open(&engine, fixture_search_path(), NULL), PALPATE_OK);
    for (int is_late = 0; is_late < 2; is_late++) {
        engine_begin(engine, budget_of(is_late ? 0 : HOUR));
        assert_int_equal(
                engine_find_kind(&found, engine, &article, 1, KIND_EXERCISES, NULL),
                PALPATE_OK);
        assert_int_equal(found.count, is_late ? 0 : 1);
        assert_int_equal(found.is_partial, is_late);
        assert_int_equal(engine_was_cut(engine), is_late);
        engine_result_free(&found);
        assert_int_equal(
                engine_meets(&meets, engine, words, 1, words + 1, 1, NULL), PALPATE_OK);
        assert_int_equal(meets, !is_late);
    }
    engine_close(engine);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(facets_say_what_stands_in_the_index),
        cmocka_unit_test(what_runs_out_of_time_says_so),
        cmocka_unit_test(what_has_time_is_whole),
        cmocka_unit_test(no_search_of_the_index_outlasts_its_budget),
    };
    return cmocka_run_group_tests(tests, open_index, fixture_search_close);
}
