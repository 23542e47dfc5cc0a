#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "core/view.h"
#include "fixture_page.h"
#include "fixture_questions.h"

#define PAGE(middle) QUESTION_PAGE("", middle)

static void a_label_heads_its_panel_and_nothing_after_it(void **state)
{
    (void)state;
    read_question_page(
            PAGE("<details><summary>May I run?</summary>" ONE
                 "</details><details><summary>Do I need an X-ray?</summary><p>" TWO
                 "</p></details>"));
    assert_heads("May I run?", ONE);
    assert_heads("Do I need an X-ray?", TWO);
    assert_no_heading("Most knees");
    assert_int_equal(passage_with(ONE)->kind, KIND_FAQ);
}

static void a_folded_panel_in_a_panel_has_the_path_of_both(void **state)
{
    (void)state;
    read_question_page(
            PAGE("<h2>Questions</h2><details><summary>Sport</summary><p>" THREE
                 "</p><details><summary>May I run?</summary><p>" ONE
                 "</p></details></details><details><summary>Tests</summary><p>" TWO
                 "</p></details>"));
    assert_heads("Sport", THREE);
    assert_heads("May I run?", ONE);
    assert_int_equal(passage_with(ONE)->heading_count, 3);
    page_assert(passage_with(ONE)->heading[0], "Questions");
    page_assert(passage_with(ONE)->heading[1], "Sport");
    assert_heads("Tests", TWO);
    assert_int_equal(passage_with(TWO)->heading_count, 2);
}

static void a_heading_on_a_panel_stays_below_the_label(void **state)
{
    (void)state;
    read_question_page(PAGE(
            "<h2>Advice</h2><details><summary>Sport</summary><h2>Running</h2><p>" ONE
            "</p><h2>Other sport</h2><p>" THREE
            "</p></details><details><summary>Tests</summary><p>" TWO "</p></details>"));
    assert_heads("Running", ONE);
    assert_heads("Other sport", THREE);
    page_assert(passage_with(THREE)->heading[1], "Sport");
    assert_heads("Tests", TWO);
}

static void a_label_is_below_the_heading_over_it_whatever_its_level(void **state)
{
    (void)state;
    read_question_page(
            PAGE("<h3>Questions</h3><div><h2><button aria-expanded=false "
                 "aria-controls=a>May I run?</button></h2><div id=a><p>" ONE
                 "</p></div></div><div><h2><button aria-expanded=false "
                 "aria-controls=b>Do I need an X-ray?</button></h2><div id=b><p>" TWO
                 "</p></div></div>"));
    assert_heads("May I run?", ONE);
    assert_heads("Do I need an X-ray?", TWO);
    page_assert(passage_with(TWO)->heading[0], "Questions");
}

static void icons_numbers_and_hints_are_no_part_of_a_label(void **state)
{
    (void)state;
    read_question_page(PAGE(
            "<div class=item><h3><button aria-expanded=false><span>01</span><h3><span>"
            "May I <b>run</b>?</span></h3><span>+</span></button></h3><div><p>" ONE
            "</p></div></div><div class=item><h3><button aria-expanded=false><span>02"
            "</span><span>Tests</span><span class=sr-only>Open this part</span><span>"
            "Expand</span><i "
            "class=material-icons>expand_more</i></button></h3><div><p>" TWO
            "</p></div></div>"));
    assert_heads("May I run?", ONE);
    assert_heads("Tests", TWO);
}

static void an_item_may_have_two_panels(void **state)
{
    (void)state;
    read_question_page(
            PAGE("<ul><li><button aria-expanded=false>May I run?</button><div>" ONE
                 "</div><div>" THREE "</div></li><li><button aria-expanded=false>Do I "
                 "need an X-ray?</button><div>" TWO "</div></li></ul>"));
    assert_heads("May I run?", ONE "\n" THREE);
    assert_heads("Do I need an X-ray?", TWO);
}

static void buttons_and_panels_may_be_brothers(void **state)
{
    (void)state;
    read_question_page(PAGE("<div><button>Running</button><div>" ONE "</div><div>" THREE
                            "</div><button>Tests</button><div>" TWO "</div></div>"));
    assert_heads("Running", ONE "\n" THREE);
    assert_heads("Tests", TWO);
}

static void a_control_after_its_panel_heads_it_too(void **state)
{
    (void)state;
    read_question_page(PAGE("<div class=row><div id=p1>" ONE
                            "</div><button aria-controls=p1>Running</button></div>"
                            "<div class=row><div id=p2>" TWO
                            "</div><button aria-controls=p2>Tests</button></div>"));
    assert_no_heading("Most knees");
    assert_true(article_says(ONE));
    assert_true(article_says(TWO));
}

static void columns_of_an_accordion_stand_under_one_heading(void **state)
{
    (void)state;
    read_question_page(PAGE(
            "<h2>Questions</h2><div class=cols><div class=col><details><summary>May "
            "I run?</summary><p>" ONE
            "</p></details></div><div class=col><details><summary>Do I need an "
            "X-ray?</summary><p>" TWO "</p></details></div></div>"));
    assert_heads("May I run?", ONE);
    assert_heads("Do I need an X-ray?", TWO);
    page_assert(passage_with(TWO)->heading[0], "Questions");
    assert_no_heading("Most knees");
}

static void tabs_apart_from_their_panels_head_them(void **state)
{
    (void)state;
    read_question_page(
            PAGE("<div role=tablist><button role=tab aria-controls=a>Running</button>"
                 "<button role=tab aria-controls=b>Tests</button></div><div id=a "
                 "role=tabpanel><p>" ONE
                 "</p></div><div id=b role=tabpanel hidden><p>" TWO "</p></div>"));
    assert_heads("Running", ONE);
    assert_heads("Tests", TWO);
    assert_no_heading("Most knees");
}

static void terms_of_texts_are_headings_and_terms_of_data_are_not(void **state)
{
    (void)state;
    read_question_page(PAGE(
            "<h2>Questions</h2><dl><dt>Can I run?</dt><dd>" ONE
            "</dd><dt>Do I need tests?</dt><dd>" TWO "</dd><dd>" THREE "</dd></dl>"));
    assert_heads("Can I run?", ONE);
    assert_heads("Do I need tests?", TWO "\n" THREE);
    read_question_page(PAGE(
            "<h2>Advice</h2><dl><dt>Running</dt><dd>" ONE " " THREE " " ONE " " THREE
            "</dd><dt>Tests</dt><dd>" TWO " " THREE " " TWO " " THREE "</dd></dl>"));
    assert_heads("Running", ONE " " THREE " " ONE " " THREE);
    assert_heads("Tests", TWO " " THREE " " TWO " " THREE);
    read_question_page(PAGE("<h2>Two kinds</h2><dl><dt>Sudden</dt><dd>" ONE
                            "</dd><dt>Gradual</dt><dd>" TWO "</dd></dl>"));
    page_assert(passage_with("Gradual")->heading[0], "Two kinds");
    assert_int_equal(passage_with("Gradual")->heading_count, 1);
    read_question_page(PAGE(
            "<h2>At a glance</h2><dl><dt>Age</dt><dd>40 to 60</dd><dt>Side</dt><dd>"
            "Mostly the right one</dd></dl>"));
    page_assert(passage_with("40 to 60")->heading[0], "At a glance");
    assert_int_equal(passage_with("40 to 60")->heading_count, 1);
}

static void a_menu_that_unfolds_stays_a_menu(void **state)
{
    (void)state;
    read_question_page(
            "<!doctype html><title>Stiff knee</title><div class=top><ul><li><button "
            "aria-expanded=false aria-controls=m1>Conditions</button><ul id=m1><li><a "
            "href=/k>Knee pain and what helps</a></li><li><a href=/h>Heel pain and "
            "what "
            "helps</a></li></ul></li><li><button aria-expanded=false aria-controls=m2>"
            "Treatments</button><ul id=m2><li><a href=/e>Exercises at "
            "home</a></li><li><a "
            "href=/m>Massage and heat</a></li></ul></li></ul></div><main><h1>Stiff knee"
            "</h1><p>A stiff knee is common after a long rest, and most people find "
            "that "
            "it eases with a few slow bends in the morning.</p><p>" ONE "</p><p>" TWO
            "</p></main>");
    assert_false(article_says("Conditions"));
    assert_false(article_says("Massage"));
    assert_no_heading(ONE);
}

static void commands_head_nothing(void **state)
{
    static const char *const COMMANDS[] = { "Read more", "Show all", "Menu", "Share",
        "Cookie settings", "Next", "Weiterlesen", "Voir plus", "Show 12 more reviews" };
    (void)state;

    for (size_t i = 0; i < sizeof COMMANDS / sizeof *COMMANDS; i++) {
        struct buffer html = { 0 };
        buffer_append_string(&html,
                "<!doctype html><title>Stiff knee</title><main><h1>"
                "Stiff knee</h1><p>" TWO "</p><p>" THREE
                "</p><button aria-expanded=false aria-controls=more>");
        buffer_append_string(&html, COMMANDS[i]);
        buffer_append_string(
                &html, "</button><div id=more><p>" ONE "</p></div></main>");
        buffer_append_byte(&html, '\0');
        assert_false(html.failed);
        read_question_page(html.data);
        assert_no_heading(ONE);
        buffer_free(&html);
    }
}

static void controls_of_a_carousel_head_nothing(void **state)
{
    (void)state;
    read_question_page(PAGE(
            "<div id=c><div><p>" ONE "</p></div><div><p>" TWO
            "</p></div></div><button aria-controls=c>Backwards</button><button "
            "aria-controls=c>Forwards</button><button aria-controls=c>1</button>"));
    assert_no_heading(ONE);
    assert_no_heading(TWO);
}

static void a_dialog_is_no_panel(void **state)
{
    (void)state;
    read_question_page(
            PAGE("<button aria-controls=d aria-expanded=false>Our newsletter</button>"
                 "<div id=d role=dialog><p>Every month we send a letter with three "
                 "exercises to all who have asked for it.</p></div>"));
    assert_false(article_says("Our newsletter"));
    assert_no_heading("Most knees");
}

static void folded_parts_of_a_sidebar_are_no_article(void **state)
{
    (void)state;
    read_question_page(
            PAGE("<p>" ONE "</p>") "<aside class=sidebar><div class=widget><details>"
                                   "<summary>Opening hours</summary><ul><li><a "
                                   "href=/1>Old Town</a></li><li><a "
                                   "href=/2>Harbour</a></li></ul></"
                                   "details><details><summary>Our team</summary>"
                                   "<ul><li><a href=/3>Doctors</a></li><li><a "
                                   "href=/4>Nurses</a></li></ul>"
                                   "</details></div></aside>");
    assert_false(article_says("Opening hours"));
    assert_false(article_says("Our team"));
}

static void a_copy_of_an_accordion_for_phones_is_read_once(void **state)
{
    (void)state;
    read_question_page(PAGE(
            "<div class=desktop><details><summary>May I run?</summary><p>" ONE
            "</p></details><details><summary>Tests</summary><p>" TWO
            "</p></details></div><div class=mobile><details><summary>May I run?"
            "</summary><p>" ONE "</p></details><details><summary>Tests</summary><p>" TWO
            "</p></details></div>"));
    assert_heads("May I run?", ONE);
    assert_heads("Tests", TWO);
}

static void a_heading_in_a_box_heads_nothing_outside_of_it(void **state)
{
    static const char *const BOXES[] = { "aside", "figure", "details", "dialog" };
    (void)state;

    for (size_t i = 0; i < sizeof BOXES / sizeof *BOXES; i++) {
        struct buffer html = { 0 };
        buffer_append_format(&html,
                "<!doctype html><title>Stiff knee</title><main><h1>Stiff "
                "knee</h1><%s><h2>In "
                "short</h2><ul><li>Movement helps more than rest does</li><li>Expect "
                "weeks "
                "and not days</li></ul></%s><p>" ONE "</p><h2>Tests</h2><p>" TWO
                "</p></main>",
                BOXES[i], BOXES[i]);
        buffer_append_byte(&html, '\0');
        assert_false(html.failed);
        read_question_page(html.data);
        assert_no_heading(ONE);
        assert_heads("Tests", TWO);
        buffer_free(&html);
    }
}

static void after_a_box_the_section_goes_on(void **state)
{
    (void)state;
    read_question_page(PAGE(
            "<h2>Sport</h2><p>" ONE
            "</p><aside><h2>In short</h2><p>Movement helps more than rest does, and "
            "it costs you nothing.</p></aside><p>" THREE "</p>"));
    page_assert(passage_with(THREE)->heading[0], "Sport");
}

static void a_number_in_a_list_is_no_box(void **state)
{
    (void)state;
    read_question_page(
            PAGE("<ol><li><h2>Running</h2></li></ol><p>" ONE
                 "</p><ol start=2><li><h2>Tests</h2></li></ol><p>" TWO "</p>"));
    assert_heads("Running", ONE);
    page_assert(passage_with(TWO)->heading[0], "Tests");
}

static void a_label_without_a_panel_heads_nothing(void **state)
{
    (void)state;
    read_question_page(
            PAGE("<div><div class=i><button aria-expanded=false>May I run?</button>"
                 "</div><div class=i><button aria-expanded=false>Do I need an X-ray?"
                 "</button></div></div>"));
    assert_no_heading("Most knees");
}

static void contents_of_a_page_are_no_tabs(void **state)
{
    (void)state;
    read_question_page(
            PAGE("<ul><li><a href=#a>Running</a></li><li><a href=#b>Tests</a></li></ul>"
                 "<section id=a><h2>Running</h2><p>" ONE
                 "</p></section><section id=b><h2>Tests</h2><p>" TWO "</p></section>"));
    assert_heads("Running", ONE);
    assert_int_equal(passage_with(ONE)->heading_count, 1);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_label_heads_its_panel_and_nothing_after_it),
        cmocka_unit_test(a_folded_panel_in_a_panel_has_the_path_of_both),
        cmocka_unit_test(a_heading_on_a_panel_stays_below_the_label),
        cmocka_unit_test(a_label_is_below_the_heading_over_it_whatever_its_level),
        cmocka_unit_test(icons_numbers_and_hints_are_no_part_of_a_label),
        cmocka_unit_test(an_item_may_have_two_panels),
        cmocka_unit_test(buttons_and_panels_may_be_brothers),
        cmocka_unit_test(a_control_after_its_panel_heads_it_too),
        cmocka_unit_test(columns_of_an_accordion_stand_under_one_heading),
        cmocka_unit_test(tabs_apart_from_their_panels_head_them),
        cmocka_unit_test(terms_of_texts_are_headings_and_terms_of_data_are_not),
        cmocka_unit_test(a_menu_that_unfolds_stays_a_menu),
        cmocka_unit_test(commands_head_nothing),
        cmocka_unit_test(controls_of_a_carousel_head_nothing),
        cmocka_unit_test(a_dialog_is_no_panel),
        cmocka_unit_test(folded_parts_of_a_sidebar_are_no_article),
        cmocka_unit_test(a_copy_of_an_accordion_for_phones_is_read_once),
        cmocka_unit_test(a_heading_in_a_box_heads_nothing_outside_of_it),
        cmocka_unit_test(after_a_box_the_section_goes_on),
        cmocka_unit_test(a_number_in_a_list_is_no_box),
        cmocka_unit_test(a_label_without_a_panel_heads_nothing),
        cmocka_unit_test(contents_of_a_page_are_no_tabs),
    };
    return cmocka_run_group_tests(tests, questions_set_up, questions_tear_down);
}
