/* What addresses and dates are worth to a score. */
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "search_passages.h"

static const struct fixture_passage SAME[] = {
    { "https://c.example/old/", "Knee pain", NULL,
            "Rest and slow walks help a sore knee in most cases of pain.", KIND_OTHER,
            "1999-05-01" },
    { "https://c.example/new/", "Knee pain", NULL,
            "Gentle walks and rest help sore knees in many cases of pain.", KIND_OTHER,
            "2024-05-01" },
    { "https://c.example/topics/none/", "Knee pain", NULL,
            "Walks and slow rest help one sore knee in some cases of pain.", KIND_OTHER,
            NULL },
};

static void open_with(const char *rules)
{
    fixture_curation = rules;
    assert_int_equal(fixture_search_open(SAME, sizeof SAME / sizeof *SAME, NULL), 0);
    fixture_curation = NULL;
}

static double part_of(const palpate_hit *hit, const char *name)
{
    for (size_t i = 0; i < hit->part_count; i++)
        if (strcmp(hit->parts[i].name, name) == 0)
            return hit->parts[i].value;
    fail_msg("there is no part %s", name);
    return 0;
}

static const palpate_hit *hit_of(const char *url)
{
    for (size_t i = 0; i < answer->hit_count; i++)
        if (view_equals(answer->hits[i].url, view_of(url)))
            return &answer->hits[i];
    fail_msg("%s is not found", url);
    return NULL;
}

static void a_newer_page_earns_more_the_stronger_recency_is(void **state)
{
    const palpate_search_options explain = { .explain = true };

    (void)state;
    open_with("recency\t5\t3650\n");
    ask_with("sore knee pain", &explain);
    assert_int_equal(answer->hit_count, 3);
    assert_view(answer->hits[0].url, "https://c.example/new/");
    double new = part_of(&answer->hits[0], "recency");
    double old = part_of(hit_of("https://c.example/old/"), "recency");
    assert_true(new > 2 * old &&old > 0);
    assert_true(part_of(hit_of("https://c.example/topics/none/"), "recency") == 0);
    (void)fixture_search_close(NULL);
}

static void the_parts_still_add_up_to_the_score(void **state)
{
    const palpate_search_options explain = { .explain = true };

    (void)state;
    open_with("recency\t0.5\nboost\t/topics/**\t3\n");
    ask_with("sore knee pain", &explain);
    assert_view(answer->hits[0].url, "https://c.example/topics/none/");
    for (size_t i = 0; i < answer->hit_count; i++) {
        double sum = 0;
        for (size_t k = 0; k < answer->hits[i].part_count; k++)
            sum += answer->hits[i].parts[k].value;
        assert_true(fabs(sum - answer->hits[i].score) < 1e-9);
    }
    const palpate_hit *boosted = &answer->hits[0];
    assert_true(fabs(part_of(boosted, "boost") * 3 / 2 - boosted->score) < 1e-9);
    (void)fixture_search_close(NULL);
}

static void a_part_can_be_left_out(void **state)
{
    palpate_search_options without = { .explain = true };

    (void)state;
    for (uint32_t i = 0; palpate_score_part_name(i) != NULL; i++)
        if (strcmp(palpate_score_part_name(i), "boost") == 0)
            without.without_parts = UINT32_C(1) << i;
    assert_int_not_equal(without.without_parts, 0);
    open_with("boost\t/topics/**\t3\n");
    ask_with("sore knee pain", &without);
    assert_true(part_of(hit_of("https://c.example/topics/none/"), "boost") == 0);
    without = (palpate_search_options){ .explain = true, .no_curation = true };
    ask_with("sore knee pain", &without);
    assert_true(part_of(hit_of("https://c.example/topics/none/"), "boost") == 0);
    (void)fixture_search_close(NULL);
}

static void the_last_pattern_that_matches_counts(void **state)
{
    (void)state;
    open_with("boost\t/**\t5\nboost\t/topics/**\t0.1\n");
    ask("sore knee pain");
    assert_view(answer->hits[2].url, "https://c.example/topics/none/");
    (void)fixture_search_close(NULL);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_newer_page_earns_more_the_stronger_recency_is),
        cmocka_unit_test(the_parts_still_add_up_to_the_score),
        cmocka_unit_test(a_part_can_be_left_out),
        cmocka_unit_test(the_last_pattern_that_matches_counts),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
