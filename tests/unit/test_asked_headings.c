#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "core/view.h"
#include "fixture_search.h"

#define PAGE(slug, title, heading, text)                                      \
    {                                                                         \
        "https://c.example/" slug "/", title, heading, text, KIND_OTHER, NULL \
    }

#define WARNING(slug, heading, text)                            \
    {                                                           \
        "https://c.example/" slug "/", "Sports", heading, text, \
                KIND_CONTRAINDICATIONS, NULL                    \
    }

/* Answers that do not repeat their question, among texts that do. */
static const struct fixture_passage PASSAGES[] = {
    PAGE("cost", "Questions and answers", "How much does a massage cost?",
            "Sixty for an hour and forty for half of one, paid at the desk."),
    PAGE("does", "Sports massage", "What does a massage do?",
            "A massage warms the skin, and a massage calms. A cost is a sore day."),
    PAGE("costs", "Massage at home", "Getting a massage chair",
            "A massage chair does cost much: how much a massage costs at home, and how "
            "often a massage chair is worth its cost."),
    PAGE("cups", "Cupping", "How long does it take?",
            "A quarter of an hour, at times less."),
    PAGE("cupmarks", "Cupping marks", NULL,
            "Cupping marks take a week to go, however long the cupping took. Cupping "
            "for long leaves cupping marks that take longer."),
    PAGE("knots", "Knots", "Where should I start?",
            "With the ball at the wall, low down, and slowly."),
    PAGE("start", "Start of the year", NULL,
            "Start small. Who starts should start with a start that is easy."),
    PAGE("stick", "Walking stick", NULL, "Choose a walking stick of the right length."),
    PAGE("lift", "Exercises", "Lifting with a stick",
            "Hold the stick at both ends, and let the sound arm lift."),
    WARNING("hammers", "Is hammering safe with brittle bones?",
            "No hammering with brittle bones: brittle bones break."),
    WARNING("bones", "When not to",
            "Do not run with brittle bones before a doctor was asked."),
};

static int open_index(void **state)
{
    (void)state;
    return fixture_search_open(PASSAGES, sizeof PASSAGES / sizeof *PASSAGES, NULL);
}

static void the_answer_to_the_very_question_comes_first(void **state)
{
    (void)state;
    check_first_page("how much does a massage cost", "/cost/");
    check_first_page("How much does a massage cost?", "/cost/");
    check_first_page("how much do massages cost", "/cost/");
    check_first_page("what does a massage do", "/does/");
}

static void a_question_of_common_words_is_found_by_its_heading(void **state)
{
    (void)state;
    check_first_page("where should i start", "/knots/");
}

static void what_the_title_names_the_heading_may_leave_out(void **state)
{
    (void)state;
    check_first_page("how long does cupping take", "/cups/");
}

static void a_heading_that_shares_a_word_is_not_the_question(void **state)
{
    (void)state;
    check_first_page("how to hold a walking stick", "/stick/");
}

static void a_heading_that_asks_about_something_else_is_no_caution(void **state)
{
    (void)state;
    check_first_page("can i run with brittle bones", "/bones/");
    check_first_page("is hammering safe with brittle bones", "/hammers/");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_heading_that_asks_about_something_else_is_no_caution),
        cmocka_unit_test(the_answer_to_the_very_question_comes_first),
        cmocka_unit_test(a_question_of_common_words_is_found_by_its_heading),
        cmocka_unit_test(what_the_title_names_the_heading_may_leave_out),
        cmocka_unit_test(a_heading_that_shares_a_word_is_not_the_question),
    };
    return cmocka_run_group_tests(tests, open_index, fixture_search_close);
}
