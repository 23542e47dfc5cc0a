#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "core/view.h"
#include "fixture_page.h"
#include "fixture_questions.h"

/* What the page declares. */
#define DATA                                                                     \
    "<script type='application/ld+json'>{\"@type\":\"FAQPage\",\"mainEntity\":[" \
    "{\"@type\":\"Question\",\"name\":\"May I run?\",\"acceptedAnswer\":"        \
    "{\"@type\":\"Answer\",\"text\":\"<p>" ONE "</p>\"}},"                       \
    "{\"@type\":\"Question\",\"name\":\"What about tests\",\"acceptedAnswer\":"  \
    "{\"@type\":\"Answer\",\"text\":\"" TWO " &amp; " THREE "\"}}]}</script>"

#define PAGE(middle) QUESTION_PAGE(DATA, middle)

static void a_declared_question_heads_its_answer_in_any_element(void **state)
{
    (void)state;
    read_question_page(PAGE("<h2>Questions</h2><p><b>May I run?</b></p><p>" ONE
                            "</p><div><div>2. What about tests</div><div>" TWO
                            "</div><div>" THREE "</div></div>"));
    assert_heads("May I run?", ONE);
    assert_heads("2. What about tests", TWO "\n" THREE);
    page_assert(passage_with(TWO)->heading[0], "Questions");
    assert_int_equal(passage_with(ONE)->kind, KIND_FAQ);
}

static void a_question_and_its_answer_in_one_paragraph_are_taken_apart(void **state)
{
    (void)state;
    read_question_page(PAGE(
            "<p><b>Q: May I run?</b><br>" ONE "</p><p>What about tests? " TWO "</p>"));
    assert_heads("Q: May I run?", ONE);
    assert_heads("What about tests?", TWO);
    assert_no_heading("Most knees");
}

static void declared_answers_are_article_text_in_any_box(void **state)
{
    (void)state;
    read_question_page(
            PAGE("") "<div class=widget><div class=related><p>May I run?</p><p>" ONE
                     "</p></div></div>");
    assert_heads("May I run?", ONE);
}

static void an_answer_that_a_script_shows_is_taken_from_the_data(void **state)
{
    (void)state;
    read_question_page(PAGE(
            "<div><h3><button aria-expanded=false>May I run?</button></h3><div></div>"
            "</div><div><div>What about tests</div></div>"));
    assert_heads("What about tests", TWO " & " THREE);
    assert_no_heading("Most knees");
    assert_int_equal(passage_with(TWO)->fragment.size, 0);
}

static void what_is_declared_and_not_asked_on_the_page_is_no_text(void **state)
{
    (void)state;
    read_question_page(PAGE(""));
    assert_false(article_says(ONE));
    assert_false(article_says("May I run?"));
}

static void a_page_that_shows_nothing_has_its_declared_questions(void **state)
{
    (void)state;
    read_question_page(
            "<!doctype html><title>Stiff knee</title>" DATA "<div id=root></div>");
    assert_heads("May I run?", ONE);
    assert_heads("What about tests", TWO " & " THREE);
}

static void what_a_page_asks_to_leave_out_is_not_brought_back(void **state)
{
    (void)state;
    read_question_page(PAGE("<div data-nosnippet><p>May I run?</p><p>" ONE
                            "</p><p>What about tests</p></div>"));
    assert_false(article_says("May I run?"));
    assert_false(article_says(ONE));
    assert_false(article_says(TWO));
}

static void a_question_is_no_title(void **state)
{
    (void)state;
    read_question_page(PAGE("<p>May I run?</p><p>" ONE "</p>"));
    page_assert(article.title, "Stiff knee");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_declared_question_heads_its_answer_in_any_element),
        cmocka_unit_test(a_question_and_its_answer_in_one_paragraph_are_taken_apart),
        cmocka_unit_test(declared_answers_are_article_text_in_any_box),
        cmocka_unit_test(an_answer_that_a_script_shows_is_taken_from_the_data),
        cmocka_unit_test(what_is_declared_and_not_asked_on_the_page_is_no_text),
        cmocka_unit_test(a_page_that_shows_nothing_has_its_declared_questions),
        cmocka_unit_test(what_a_page_asks_to_leave_out_is_not_brought_back),
        cmocka_unit_test(a_question_is_no_title),
    };
    return cmocka_run_group_tests(tests, questions_set_up, questions_tear_down);
}
