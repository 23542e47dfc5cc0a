#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "core/view.h"
#include "fixture_page.h"
#include "fixture_questions.h"

#define PAGE(middle) QUESTION_PAGE("", "<h2>Good to know</h2>" middle)

/* What comes before and after an item, a label and its text, in a page of three. */
#define THREE_ITEMS(before, between, after)                                   \
    PAGE("<div>" before "Running" between "<p>" ONE "</p>" after before       \
         "X-rays" between "<p>" TWO "</p>" after before "Other sport" between \
         "<p>" THREE "</p>" after "</div>")

static void assert_items(const char *html)
{
    read_question_page(html);
    assert_heads("Running", ONE);
    assert_heads("X-rays", TWO);
    assert_heads("Other sport", THREE);
    page_assert(passage_with(TWO)->heading[0], "Good to know");
    assert_int_equal(passage_with(TWO)->heading_count, 2);
}

static void an_attribute_may_be_the_label_of_an_element(void **state)
{
    (void)state;
    assert_items(THREE_ITEMS("<sl-details summary='", "'>", "</sl-details>"));
    assert_no_heading("Most knees");
    assert_items(THREE_ITEMS(
            "<cds-accordion-item title=\"", "\">", "</cds-accordion-item>"));
    assert_items(THREE_ITEMS("<my-block heading='", "'><div>", "</div></my-block>"));
}

static void an_element_that_says_its_label_has_it_once(void **state)
{
    (void)state;
    read_question_page(
            PAGE("<sl-details summary='Running'><b slot=summary>Running</b><p>" ONE
                 "</p></sl-details>"));
    assert_null(strstr(strstr(article.text.data, "Running") + 1, "Running"));
}

static void an_attribute_beside_one_line_is_no_label(void **state)
{
    (void)state;
    read_question_page(PAGE("<p>Ask <x-hint title='A word'>the people at the desk who "
                            "know it</x-hint> and come.</p><p>" ONE "</p>"));
    assert_false(article_says("A word"));
}

static void a_button_in_a_term_makes_it_a_label(void **state)
{
    (void)state;
    assert_items(THREE_ITEMS("<dl><dt><button>", "</button></dt><dd>", "</dd></dl>"));
    assert_items(THREE_ITEMS("<dl><dt><a href=#>", "</a></dt><dd>", "</dd></dl>"));
    assert_items(THREE_ITEMS("<dl class=accordion><dt>", "</dt><dd>", "</dd></dl>"));
    read_question_page(PAGE("<dl><dt>Running</dt><dd>" ONE
                            "</dd><dt>X-rays</dt><dd>" TWO "</dd></dl>"));
    page_assert(passage_with(ONE)->heading[0], "Good to know");
}

static void a_row_of_one_cell_heads_the_next_row(void **state)
{
    (void)state;
    assert_items(PAGE("<table><tr><td><b>Running</b></td></tr><tr><td>" ONE
                      "</td></tr><tr><td><b>X-rays</b></td></tr><tr><td>" TWO
                      "</td></tr><tr><td><b>Other sport</b></td></tr><tr><td>" THREE
                      "</td></tr></table>"));
    assert_items(
            PAGE("<table><tr class=q onclick='f()'><td>+</td><td>Running</td></tr>"
                 "<tr class=a><td colspan=2>" ONE
                 "</td></tr><tr class=q onclick='f()'><td>+</td><td>X-rays</td></tr>"
                 "<tr class=a><td colspan=2>" TWO
                 "</td></tr><tr class=q onclick='f()'><td>+</td><td>Other sport</td>"
                 "</tr><tr class=a><td colspan=2>" THREE "</td></tr></table>"));
    assert_no_heading("Most knees");
}

static void groups_of_a_table_of_figures_head_nothing(void **state)
{
    (void)state;
    read_question_page(PAGE(
            "<table><tr><td><b>Runners</b></td><td>12</td></tr><tr><td>of them with "
            "a sore knee in the first year after</td><td>34</td></tr><tr><td><b>"
            "Swimmers</b></td><td>56</td></tr><tr><td>of them with a sore knee in "
            "the first year after it</td><td>78</td></tr></table><p>" ONE "</p>"));
    page_assert(passage_with("Swimmers")->heading[0], "Good to know");
    assert_int_equal(passage_with("Swimmers")->heading_count, 1);
}

static void a_sign_beside_its_words_marks_a_label(void **state)
{
    (void)state;
    assert_items(THREE_ITEMS("<div class=h><span>",
            "</span><i class='fa fa-angle-down'>"
            "</i></div><div>",
            "</div>"));
    assert_items(THREE_ITEMS("<div class=h><span>+</span> ", "</div><div>", "</div>"));
    assert_items(THREE_ITEMS("<section><div class=h><p>",
            "</p><button></button></div>"
            "<div>",
            "</div></section>"));
    assert_items(THREE_ITEMS("<div class=h tabindex=0>", "</div><div>", "</div>"));
    assert_items(THREE_ITEMS("<div class=h role=heading>", "</div><div>", "</div>"));
}

static void signs_of_programs_and_pictures_mark_nothing(void **state)
{
    (void)state;
    read_question_page(PAGE(
            "<pre><div><span>-</span> name</div><div>first value of all</div><div>"
            "<span>-</span> other</div><div>last value of all</div></pre><figure><div "
            "class=x><figcaption>A "
            "knee</figcaption><button></button></div></figure><p>" ONE "</p>"));
    assert_int_equal(passage_with(ONE)->heading_count, 1);
}

static void a_line_before_a_command_is_the_label(void **state)
{
    (void)state;
    assert_items(THREE_ITEMS("<div class=e><p class=t>",
            "</p><button>Show answer</button><div hidden>", "</div></div>"));
    assert_false(article_says("Show answer"));
    assert_no_heading("Most knees");
}

static void items_of_one_shape_start_with_their_title(void **state)
{
    (void)state;
    assert_items(THREE_ITEMS(
            "<div class=e><div class=t>", "</div><div class=d>", "</div></div>"));
    assert_items(THREE_ITEMS("<div class=e><b>01</b><div><p class=t>",
            "</p><div class=d>", "</div></div></div>"));
    assert_items(THREE_ITEMS("<fieldset><legend>", "</legend>", "</fieldset>"));
    assert_items(THREE_ITEMS("<ol><li><p><b>", "</b></p>", "</li></ol>"));
}

static void the_number_before_a_label_is_not_read(void **state)
{
    (void)state;
    assert_items(THREE_ITEMS("<div class=e><div>07</div><div><p class=t>",
            "</p><div class=d>", "</div></div></div>"));
    assert_false(article_says("07"));
}

static void labels_are_as_long_as_their_letters_in_any_script(void **state)
{
    (void)state;
    read_question_page(PAGE(
            "<p><b>Подготовка к первому приёму у врача и нужные документы</b></p>"
            "<p>Возьмите с собой полис, прежние снимки и список лекарств, которые вы "
            "принимаете, и наденьте одежду, которую легко снять.</p>"
            "<p><b>Стоимость лечения</b></p><p>Первый приём длится пятьдесят минут "
            "и стоит три тысячи рублей, каждый следующий дешевле.</p>"));
    page_assert(passage_with("Возьмите")->heading[1],
            "Подготовка к первому приёму у врача и нужные документы");
    read_question_page(
            PAGE("<p><b>การเตรียมตัวก่อนพบแพทย์ครั้งแรก</b></p><p>กรุณานำบัตรประชาชน "
                 "ผลตรวจครั้งก่อน และรายการยาที่รับประทานอยู่มาด้วย และสวมเสื้อที่ถอดง่าย</p>"
                 "<p><b>ค่าใช้จ่าย</b></p><p>ครั้งแรกห้าสิบนาทีราคาหนึ่งพันบาท "
                 "ครั้งต่อไปสามสิบนาทีราคาหกร้อยบาท</p>"));
    page_assert(passage_with("กรุณา")->heading[1], "การเตรียมตัวก่อนพบแพทย์ครั้งแรก");
}

static void dates_and_credits_title_nothing(void **state)
{
    (void)state;
    read_question_page(PAGE(
            "<div class=e><div class=t>3 May 2024</div><div class=d><p>" ONE
            "</p></div></div><div class=e><div class=t>4 May 2024</div><div class=d>"
            "<p>" TWO "</p></div></div><div class=e><div class=t>5 May 2024</div>"
            "<div class=d><p>" THREE "</p></div></div>"));
    assert_int_equal(passage_with(ONE)->heading_count, 1);
}

static void tabs_may_be_brothers_of_their_panels(void **state)
{
    (void)state;
    assert_items(PAGE(
            "<div><input type=radio name=t id=a><label for=a>Running</label>"
            "<input type=radio name=t id=b><label for=b>X-rays</label><input "
            "type=radio name=t id=c><label for=c>Other sport</label><div><p>" ONE
            "</p></div><div><p>" TWO "</p></div><div><p>" THREE "</p></div></div>"));
    assert_items(
            PAGE("<div><a href=#a>Running</a><a href=#b>X-rays</a><a href=#c>Other "
                 "sport</a><div id=a><p>" ONE "</p></div><div id=b><p>" TWO
                 "</p></div><div id=c><p>" THREE "</p></div></div>"));
    assert_items(
            PAGE("<div><div><div data-panel=a>Running</div><div data-panel=b>X-rays"
                 "</div><div data-panel=c>Other sport</div></div><div><div id=a><p>" ONE
                 "</p></div><div id=b><p>" TWO "</p></div><div id=c><p>" THREE
                 "</p></div></div></div>"));
}

static void a_panel_that_starts_with_its_label_has_it_once(void **state)
{
    (void)state;
    read_question_page(PAGE(
            "<div class=accordion-item><button aria-expanded=false>May I run?"
            "</button><div class=accordion-body><h3 class=accordion-title>May I run?"
            "</h3><p>" ONE "</p></div></div>"));
    assert_int_equal(passage_with(ONE)->heading_count, 2);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(an_attribute_may_be_the_label_of_an_element),
        cmocka_unit_test(an_element_that_says_its_label_has_it_once),
        cmocka_unit_test(an_attribute_beside_one_line_is_no_label),
        cmocka_unit_test(a_button_in_a_term_makes_it_a_label),
        cmocka_unit_test(a_row_of_one_cell_heads_the_next_row),
        cmocka_unit_test(groups_of_a_table_of_figures_head_nothing),
        cmocka_unit_test(a_sign_beside_its_words_marks_a_label),
        cmocka_unit_test(signs_of_programs_and_pictures_mark_nothing),
        cmocka_unit_test(a_line_before_a_command_is_the_label),
        cmocka_unit_test(items_of_one_shape_start_with_their_title),
        cmocka_unit_test(the_number_before_a_label_is_not_read),
        cmocka_unit_test(labels_are_as_long_as_their_letters_in_any_script),
        cmocka_unit_test(dates_and_credits_title_nothing),
        cmocka_unit_test(tabs_may_be_brothers_of_their_panels),
        cmocka_unit_test(a_panel_that_starts_with_its_label_has_it_once),
    };
    return cmocka_run_group_tests(tests, questions_set_up, questions_tear_down);
}
