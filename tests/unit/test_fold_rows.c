#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "core/view.h"
#include "fixture_page.h"
#include "fixture_questions.h"

#define PAGE(middle) QUESTION_PAGE("", middle)

static void items_may_have_classes_of_their_own(void **state)
{
    (void)state;
    read_question_page(
            PAGE("<div class=x1-box><div class='f v-1'><div class=f-q><p>May I run?</p>"
                 "</div><div class=f-a><p>" ONE
                 "</p></div></div></div><div class=x2-box><div class='f v-2'><div "
                 "class=f-q><p>Do I need an X-ray?</p></div><div class=f-a><p>" TWO
                 "</p></div></div></div>"));
    assert_heads("May I run?", ONE);
    assert_heads("Do I need an X-ray?", TWO);
}

static void names_of_accordions_need_no_question(void **state)
{
    (void)state;
    read_question_page(PAGE(
            "<div class=field><div class=accordion-item><div class=title>Running</div>"
            "<div class=body><p>" ONE "</p></div></div><div class=accordion-item><div "
            "class=title>Tests</div><div "
            "class=body><p>" TWO "</p></div></div></div>"));
    assert_heads("Running", ONE);
    assert_heads("Tests", TWO);
    read_question_page(PAGE(
            "<div class='ui accordion'><div class=title>Running</div><div "
            "class=content>"
            "<p>" ONE "</p></div><div class=title>Tests</div><div class=content><p>" TWO
            "</p></div></div>"));
    assert_heads("Running", ONE);
    assert_heads("Tests", TWO);
}

static void a_label_that_is_found_twice_is_still_one(void **state)
{
    (void)state;
    read_question_page(PAGE(
            "<div><section class=toggle_section><div class=single_toggle><p "
            "class=toggler aria-controls=a>Running</p><div id=a class=toggle_wrap><div "
            "class=toggle_content><p>" ONE
            "</p></div></div></div></section><section class=toggle_section><div "
            "class=single_toggle><p class=toggler aria-controls=b>Tests</p><div id=b "
            "class=toggle_wrap><div class=toggle_content><p>" TWO
            "</p></div></div></div></section></div>"));
    assert_heads("Running", ONE);
    assert_heads("Tests", TWO);
}

static void the_first_part_of_an_answer_is_no_label(void **state)
{
    (void)state;
    read_question_page(PAGE(
            "<ul><li class=toggle-item><h3 class=toggle-trigger>May I run?</h3><div "
            "class=toggle-box><div class=questionBox><p>" ONE
            "</p></div><div class=rate><span>Was it useful to you at all?</span></div>"
            "</div></li><li class=toggle-item><h3 class=toggle-trigger>Do I need an "
            "X-ray?</h3><div class=toggle-box><div class=questionBox><p>" TWO
            "</p></div><div class=rate><span>Was it useful to you at all?</span></div>"
            "</div></li></ul>"));
    page_assert(passage_with(ONE)->heading[passage_with(ONE)->heading_count - 1],
            "May I run?");
    page_assert(passage_with(TWO)->heading[passage_with(TWO)->heading_count - 1],
            "Do I need an X-ray?");
}

static void a_link_with_the_address_of_its_page_opens_a_panel(void **state)
{
    (void)state;
    read_question_page(PAGE(
            "<div class=group><div><a href='https://practice.example/knee#r' "
            "data-toggle=collapse aria-expanded=false>Running</a></div><div id=r><h2>"
            "Running</h2><p>" ONE "</p></div></div><div class=group><div><a "
            "href='https://practice.example/knee#t' data-toggle=collapse "
            "aria-expanded=false>Tests</a></div><div id=t><h2>Tests</h2><p>" TWO
            "</p></div></div>"));
    assert_heads("Running", ONE);
    assert_heads("Tests", TWO);
    assert_false(article_says("Tests\nTests"));
}

static void what_waits_for_a_click_is_a_label(void **state)
{
    (void)state;
    read_question_page(PAGE(
            "<div><div class=e><span onclick='show(1)'>Running</span><div>" ONE
            "</div></div><div class=e><span onclick='show(2)'>Tests</span><div>" TWO
            "</div></div></div>"));
    assert_heads("Running", ONE);
    assert_heads("Tests", TWO);
    read_question_page(PAGE("<div><div class=e><span onclick=\"location='/a'\">Running"
                            "</span><div>" ONE
                            "</div></div><div class=e><span onclick=\"location='/b'\">"
                            "Tests</span><div>" TWO "</div></div></div>"));
    assert_no_heading(ONE);
}

static void a_panel_ends_before_a_heading_and_not_at_the_next_paragraph(void **state)
{
    (void)state;
    read_question_page(PAGE(
            "<p><a href='javascript:;'>May I run?</a></p><div "
            "style='display:none'>" ONE
            "</div><p><a href='javascript:;'>Do I need an X-ray?</a></p><div "
            "style='display:none'>" TWO "</div><h2>Other sport</h2><p>" THREE "</p>"));
    assert_heads("Do I need an X-ray?", TWO);
    page_assert(passage_with(THREE)->heading[0], "Other sport");
}

static void a_question_may_be_a_link_where_its_list_is_called_so(void **state)
{
    (void)state;
    read_question_page(PAGE(
            "<div><div class=faq-question><a href=/q/1>May I run?</a></div><div "
            "class=faq-answer><p>" ONE
            "</p></div><div class=faq-question><a href=/q/2>Do I need an X-ray?</a>"
            "</div><div class=faq-answer><p>" TWO "</p></div></div>"));
    assert_heads("May I run?", ONE);
    assert_heads("Do I need an X-ray?", TWO);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(items_may_have_classes_of_their_own),
        cmocka_unit_test(names_of_accordions_need_no_question),
        cmocka_unit_test(a_label_that_is_found_twice_is_still_one),
        cmocka_unit_test(the_first_part_of_an_answer_is_no_label),
        cmocka_unit_test(a_link_with_the_address_of_its_page_opens_a_panel),
        cmocka_unit_test(what_waits_for_a_click_is_a_label),
        cmocka_unit_test(a_panel_ends_before_a_heading_and_not_at_the_next_paragraph),
        cmocka_unit_test(a_question_may_be_a_link_where_its_list_is_called_so),
    };

    return cmocka_run_group_tests(tests, questions_set_up, questions_tear_down);
}
