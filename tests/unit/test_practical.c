#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "core/view.h"
#include "fixture_questions.h"

#define PAGE(middle) QUESTION_PAGE("", middle)

static void prices_are_of_the_article_in_any_rows(void **state)
{
    (void)state;
    read_question_page(PAGE(
            "<h2>Fees</h2><div class=list><div class=row><div>Visit</div><div>£65"
            "</div></div><div class=row><div>Massage</div><div>£50</div></div><div "
            "class=row><div>At home</div><div>£80</div></div></div>"));
    assert_true(article_says("£65"));
    assert_true(article_says("£80"));
    assert_true(article_says("At home"));
    read_question_page(PAGE("<h2>Fees</h2><dl><dt>Visit</dt><dd>£65</dd><dt>Massage</"
                            "dt><dd>£50</dd><dt>"
                            "At home</dt><dd>£80</dd></dl>"));
    assert_true(article_says("Visit"));
    assert_true(article_says("£80"));
}

static void cards_of_prices_are_read_without_their_buttons(void **state)
{
    (void)state;
    read_question_page(PAGE(
            "<div class=cards><div class=card><h3>Visit</h3><p class=price>£65</p><a "
            "href=/book>Book now</a></div><div class=card><h3>Massage</h3><p "
            "class=price>£50</p><a href=/book>Book now</a></div><div class=card><h3>At "
            "home</h3><p class=price>£80</p><a href=/book>Book now</a></div></div>"));
    assert_true(article_says("Massage"));
    assert_true(article_says("£80"));
    assert_false(article_says("Book now"));
}

static void days_and_the_address_are_of_the_article(void **state)
{
    (void)state;
    read_question_page(PAGE(
            "<h2>Where and when</h2><address>12 Mill Lane<br>Oldtown OT1 2AB</address>"
            "<div class=hours><div class=r><span>Montag</span><span>8-18</span></div>"
            "<div class=r><span>Dienstag</span><span>8-18</span></div><div "
            "class=r><span>Mittwoch</span><span>geschlossen</span></div></div>"));
    assert_true(article_says("12 Mill Lane"));
    assert_true(article_says("Montag"));
    assert_true(article_says("geschlossen"));
}

static void hours_and_prices_of_the_frame_are_not(void **state)
{
    (void)state;
    read_question_page(PAGE(
            "<aside><h3>Hours</h3><div><div>Monday 8-18</div><div>Tuesday 8-18"
            "</div><div>Friday 8-12</div></div></aside>"
            "<div class=footer><address>12 Mill Lane</address></div>"
            "<div class=related><div><a href=/a>Knee brace</a> £65</div><div><a "
            "href=/b>Heat pack</a> £5</div><div><a href=/c>Band</a> £6</div></div>"));
    assert_false(article_says("Monday"));
    assert_false(article_says("12 Mill Lane"));
    assert_false(article_says("£65"));
}

#define DECLARED                                                                    \
    "<script type='application/ld+json'>{\"@type\":\"MedicalClinic\",\"address\":{" \
    "\"streetAddress\":\"12 Mill Lane\"},\"openingHours\":[\"Mo-Fr 8-18\"]}</script>"

#define BOX                                                                      \
    "<h3>Hours</h3><ul><li>Monday 8-18</li><li>Friday 8-12</li></ul><p>12 Mill " \
    "Lane</p>"

static void hours_that_the_data_declare_are_read_in_boxes_beside_the_text(void **state)
{
    (void)state;
    read_question_page(QUESTION_PAGE(DECLARED, "<aside>" BOX "</aside>"));
    assert_true(article_says("Monday 8-18"));
    assert_true(article_says("12 Mill Lane"));
    read_question_page(QUESTION_PAGE(DECLARED, "<div class=sidebar>" BOX "</div>"));
    assert_true(article_says("Friday 8-12"));
    assert_true(article_says("12 Mill Lane"));
}

static void microdata_declare_hours_and_addresses_where_they_are(void **state)
{
    (void)state;
    read_question_page(PAGE("<aside><p itemprop=address>12 Mill Lane</p><p "
                            "itemprop=openingHours>Monday to Friday 8-18</p></aside>"));
    assert_true(article_says("12 Mill Lane"));
    assert_true(article_says("Monday to Friday 8-18"));
}

static void declared_hours_of_the_frame_are_not_read(void **state)
{
    (void)state;
    read_question_page(QUESTION_PAGE(
            DECLARED, "<footer>" BOX "</footer><div class=comments>" BOX "</div>"));
    assert_false(article_says("Monday 8-18"));
    assert_false(article_says("12 Mill Lane"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(prices_are_of_the_article_in_any_rows),
        cmocka_unit_test(cards_of_prices_are_read_without_their_buttons),
        cmocka_unit_test(days_and_the_address_are_of_the_article),
        cmocka_unit_test(hours_and_prices_of_the_frame_are_not),
        cmocka_unit_test(hours_that_the_data_declare_are_read_in_boxes_beside_the_text),
        cmocka_unit_test(microdata_declare_hours_and_addresses_where_they_are),
        cmocka_unit_test(declared_hours_of_the_frame_are_not_read),
    };

    return cmocka_run_group_tests(tests, questions_set_up, questions_tear_down);
}
