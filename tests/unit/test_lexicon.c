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
        cmocka_unit_test(it_can_be_left_out_as_a_whole_and_name_by_name),
        cmocka_unit_test(who_quotes_or_demands_words_gets_those),
        cmocka_unit_test(a_long_question_is_searched_as_it_stands),
    };
    return cmocka_run_group_tests(tests, open_index, fixture_search_close);
}
