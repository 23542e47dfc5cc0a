#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "core/view.h"
#include "fixture_search.h"
#include "query/expand/lexicon.h"

static const struct fixture_passage PASSAGES[] = {
    { "https://c.example/attack/", "Heart attack", NULL,
            "After a heart attack most people are up and about within days.",
            KIND_OTHER, NULL },
    { "https://c.example/infarction/", "Myocardial infarction", NULL,
            "Myocardial infarction leaves a scar in the muscle that it starved.",
            KIND_OTHER, NULL },
    { "https://c.example/scar/", "Scars", NULL,
            "A scar is paler than its surroundings.", KIND_OTHER, NULL },
    { "https://c.example/heel/", "Plantar fasciitis", NULL,
            "It is felt below the heel and along the sole.", KIND_OTHER, NULL },
    { "https://c.example/shin/", "Shin splints", NULL,
            "A painful line along the inner edge.", KIND_OTHER, NULL },
    { "https://c.example/fees/", "Fees", NULL, "Each visit has a fee of 60 euros.",
            KIND_OTHER, NULL },
    { "https://c.example/open/", "Finding us", NULL,
            "We are open from Monday to Friday, and closed on Sundays.", KIND_OTHER,
            NULL },
    { "https://c.example/children/", "Children", NULL,
            "We treat children from the age of two.", KIND_OTHER, NULL },
    { "https://c.example/staff/", "Who we are", NULL,
            "All of us are registered and in yearly training.", KIND_OTHER, NULL },
};

static int open_index(void **state)
{
    (void)state;
    return fixture_search_open(PASSAGES, sizeof PASSAGES / sizeof *PASSAGES, NULL);
}

static void what_has_the_words_comes_before_what_has_others_for_them(void **state)
{
    (void)state;
    ask_with("heart attack", NULL);
    assert_int_equal(answer->hit_count, 2);
    assert_true(view_equals(
            answer->hits[0].url, PALPATE_VIEW("https://c.example/attack/")));
    assert_int_equal(answer->expanded_count, 1);
    assert_true(
            view_equals(answer->expanded[0].to, PALPATE_VIEW("myocardial infarction")));
    assert_true(
            view_equals(answer->expanded[0].source, PALPATE_VIEW("palpate's lexicon")));
}

/* Places of the body, what hurts, and what one asks of a clinic. */
static void words_of_daily_life_find_those_of_the_page(void **state)
{
    static const char *const QUERIES[][2] = { { "bottom of my foot", "/heel/" },
        { "shin hurts", "/shin/" }, { "price", "/fees/" },
        { "opening times", "/open/" }, { "kids", "/children/" },
        { "qualifications", "/staff/" }, { "expensive", "/fees/" },
        { "weekends", "/open/" } };

    (void)state;
    for (size_t i = 0; i < sizeof QUERIES / sizeof *QUERIES; i++) {
        ask_with(QUERIES[i][0], NULL);
        assert_true(answer->hit_count > 0);
        palpate_view url = answer->hits[0].url;
        if (view_find(url, view_of(QUERIES[i][1])) == url.size)
            fail_msg("%s: %.*s", QUERIES[i][0], (int)url.size, url.data);
    }
}

static void it_can_be_left_out_as_a_whole_and_name_by_name(void **state)
{
    const palpate_view disabled = PALPATE_VIEW_INIT("myocardial infarction");
    const palpate_search_options plain = { .no_expand = true };
    const palpate_search_options without = { .disabled = &disabled,
        .disabled_count = 1 };

    (void)state;
    ask_with("heart attack", &plain);
    assert_int_equal(answer->hit_count, 1);
    ask_with("heart attack", &without);
    assert_int_equal(answer->hit_count, 1);
}

static void who_quotes_or_demands_words_gets_those(void **state)
{
    (void)state;
    ask_with("\"heart attack\"", NULL);
    assert_int_equal(answer->hit_count, 1);
    ask_with("+heart +attack", NULL);
    assert_int_equal(answer->hit_count, 1);
}

static void a_long_question_is_searched_as_it_stands(void **state)
{
    (void)state;
    ask_with("heart attack people days scar muscle surroundings vessel walls", NULL);
    assert_int_equal(answer->expanded_count, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_has_the_words_comes_before_what_has_others_for_them),
        cmocka_unit_test(words_of_daily_life_find_those_of_the_page),
        cmocka_unit_test(it_can_be_left_out_as_a_whole_and_name_by_name),
        cmocka_unit_test(who_quotes_or_demands_words_gets_those),
        cmocka_unit_test(a_long_question_is_searched_as_it_stands),
    };
    return cmocka_run_group_tests(tests, open_index, fixture_search_close);
}
