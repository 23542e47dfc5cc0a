#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "core/view.h"
#include "fixture_page.h"
#include "fixture_questions.h"

#define PAGE(middle) QUESTION_PAGE("", middle)

/* The three labels head the three texts, and nothing after them. */
static void assert_three(const char *first, const char *second, const char *third)
{
    assert_heads(first, ONE);
    assert_heads(second, TWO);
    assert_heads(third, THREE);
}

static void bold_lines_head_the_paragraphs_after_them(void **state)
{
    (void)state;
    read_question_page(
            PAGE("<div><p><strong>May I run?</strong></p><p>" ONE
                 "</p><p><strong>Do I need an X-ray?</strong></p><p>" TWO
                 "</p><p><strong>Other sport</strong></p><p>" THREE "</p></div>"));
    assert_three("May I run?", "Do I need an X-ray?", "Other sport");
    assert_no_heading("Most knees");
}

static void bold_names_head_what_follows_as_questions_do(void **state)
{
    (void)state;
    read_question_page(
            PAGE("<div><p><b>Running</b></p><p>" ONE
                 "</p><p><span style='font-weight: 700'>Tests</span></p><p>" TWO
                 "</p><p><b>Other sport</b></p><p>" THREE "</p></div>"));
    assert_heads("Other sport", THREE);
    read_question_page(
            PAGE("<div><p><b>Running</b></p><p>" ONE "</p><p><b>Tests</b></p><p>" TWO
                 "</p><p><b>Other sport</b></p><p>" THREE "</p></div>"));
    assert_three("Running", "Tests", "Other sport");
}

static void sentences_in_bold_head_nothing(void **state)
{
    (void)state;
    read_question_page(PAGE("<p><b>Run only on the flat.</b></p><p>" ONE
                            "</p><p><b>See somebody in time.</b></p><p>" TWO "</p>"));
    assert_true(article_says("Run only on the flat.\n" ONE));
    assert_no_heading(ONE);
    assert_no_heading(TWO);
}

static void lines_of_one_paragraph_are_taken_apart(void **state)
{
    (void)state;
    read_question_page(PAGE("<div><strong>May I run?</strong><br>" ONE
                            "<br><br><strong>Do I need an X-ray?</strong><br>" TWO
                            "<br><br><strong>Other sport</strong><br>" THREE "</div>"));
    assert_three("May I run?", "Do I need an X-ray?", "Other sport");
}

static void emphasis_within_a_line_is_no_label(void **state)
{
    (void)state;
    read_question_page(
            PAGE("<p><b>Running</b> " ONE "</p><p><b>Tests</b> " TWO "</p>"));
    assert_true(article_says("Running " ONE));
    assert_no_heading(TWO);
}

static void questions_are_known_by_what_sets_them_apart(void **state)
{
    (void)state;
    read_question_page(PAGE(
            "<p class=q>May I run?</p><p>" ONE
            "</p><p class=q>Do I need an X-ray?</p><p>" TWO
            "</p><p class=q>What else may I do?</p><p>" THREE "</p><h2>Later</h2>"));
    assert_three("May I run?", "Do I need an X-ray?", "What else may I do?");
    read_question_page(PAGE("<div class=faqs><div class=faq-question>May I run?</div>"
                            "<div class=faq-answer>" ONE
                            "</div><div class=faq-question>Do I need an X-ray?</div>"
                            "<div class=faq-answer>" TWO "</div></div>"));
    assert_heads("May I run?", ONE);
    assert_heads("Do I need an X-ray?", TWO);
}

static void prose_that_asks_is_no_label(void **state)
{
    (void)state;
    read_question_page(PAGE("<p>Is it safe to run?</p><p>" ONE
                            "</p><p>Does everyone need an X-ray?</p><p>" TWO "</p>"));
    assert_no_heading(ONE);
    assert_no_heading(TWO);
}

static void q_marks_a_question(void **state)
{
    (void)state;
    read_question_page(PAGE("<p>Q: May I run?</p><p>A: " ONE
                            "</p><p>Q: Do I need an X-ray?</p><p>A: " TWO "</p>"));
    assert_heads("May I run?", "A: " ONE);
    read_question_page(PAGE("<p><b>Q1. May I run?</b></p><p>" ONE
                            "</p><p><b>Q2. Do I need an X-ray?</b></p><p>" TWO "</p>"));
    assert_heads("May I run?", ONE);
}

static void a_heading_ends_what_the_last_line_heads(void **state)
{
    (void)state;
    read_question_page(PAGE("<p><b>May I run?</b></p><p>" ONE
                            "</p><p><b>Do I need an X-ray?</b></p><p>" TWO
                            "</p><h2>Other sport</h2><p>" THREE "</p>"));
    assert_heads("Do I need an X-ray?", TWO);
    page_assert(passage_with(THREE)->heading[0], "Other sport");
    assert_int_equal(passage_with(THREE)->heading_count, 1);
}

static void the_first_line_of_a_column_does_not_head_all_of_it(void **state)
{
    (void)state;
    read_question_page(PAGE(
            "<div class=cols><div class=col><p><b>May I run?</b></p><p>" ONE
            "</p><p><b>Do I need an X-ray?</b></p><p>" TWO
            "</p></div><div class=col><p><b>What else may I do?</b></p><p>" THREE
            "</p><p><b>Will it come back?</b></p><p>Seldom, if the thigh is strong and "
            "you warm up.</p></div></div>"));
    assert_three("May I run?", "Do I need an X-ray?", "What else may I do?");
}

static void items_with_a_bold_first_line_are_headed_by_it(void **state)
{
    (void)state;
    read_question_page(PAGE("<p><b>Running</b><br>" ONE "</p><p><b>Tests</b><br>" TWO
                            "</p><p><b>Other sport</b><br>" THREE "</p>"));
    assert_three("Running", "Tests", "Other sport");
}

static void a_lone_label_is_known_by_the_others_of_the_page(void **state)
{
    (void)state;
    read_question_page(
            PAGE("<div><p><b>Running</b></p><p>" ONE "</p><p><b>Tests</b></p><p>" TWO
                 "</p></div><img src=a><div><p><b>Other sport</b></p><p>" THREE
                 "</p></div>"));
    assert_three("Running", "Tests", "Other sport");
    read_question_page(PAGE("<div><p><b>Other sport</b></p><p>" THREE "</p></div>"));
    assert_no_heading(THREE);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(bold_lines_head_the_paragraphs_after_them),
        cmocka_unit_test(bold_names_head_what_follows_as_questions_do),
        cmocka_unit_test(sentences_in_bold_head_nothing),
        cmocka_unit_test(lines_of_one_paragraph_are_taken_apart),
        cmocka_unit_test(emphasis_within_a_line_is_no_label),
        cmocka_unit_test(questions_are_known_by_what_sets_them_apart),
        cmocka_unit_test(prose_that_asks_is_no_label),
        cmocka_unit_test(q_marks_a_question),
        cmocka_unit_test(a_heading_ends_what_the_last_line_heads),
        cmocka_unit_test(the_first_line_of_a_column_does_not_head_all_of_it),
        cmocka_unit_test(a_lone_label_is_known_by_the_others_of_the_page),
        cmocka_unit_test(items_with_a_bold_first_line_are_headed_by_it),
    };

    return cmocka_run_group_tests(tests, questions_set_up, questions_tear_down);
}
