/* Pages of one article beside other texts: the article is kept whole and alone, however
   long its neighbours are and however they are written. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

#include <cmocka.h>

#include "core/view.h"
#include "fixture_clinic.h"

static const char SHORT_ARTICLE[] =
        "<h1>What Stretching Does for a Stiff Shoulder</h1>"
        "<p>Stretching is a simple and well tried way to loosen a stiff shoulder. It "
        "takes "
        "a few minutes, no equipment, and some patience over several weeks.</p>"
        "<p>Lean forward with one hand on a table and let the sore arm hang. Swing it "
        "in "
        "small circles for one minute, then change the direction. If you have had pain "
        "for "
        "more than six weeks, let a doctor or physiotherapist look at the joint "
        "first.</p>";

static const char REPLY[] = "<h3>Leave a Reply</h3><form><p>Your email address will "
                            "not be published. Required "
                            "fields are marked *</p><label>Name</label><input "
                            "name=name><label>Email</label>"
                            "<input name=email><button>Post Comment</button></form>";

static void add_teasers(unsigned count)
{
    enum { SENTENCES = 5 };

    for (unsigned i = 0; i < count; i++) {
        buffer_append_format(&clinic_html,
                "<h3><a href=/post-%u>Story number %u about joints and "
                "bones</a></h3><p>",
                i, i);
        clinic_add_sentences(i, SENTENCES);
        clinic_add(" ...</p>");
    }
}

/* The layouts: how an article, its reply form and the other texts are put. */
typedef void layout(const char *text, unsigned teasers);

static void reply_in_the_box_of_the_article(const char *text, unsigned teasers)
{
    clinic_add("<div class=row><div class=col>");
    clinic_add(text);
    clinic_add(REPLY);
    clinic_add("</div><div class=col>");
    add_teasers(teasers);
    clinic_add("</div></div>");
}

static void reply_in_its_own_box(const char *text, unsigned teasers)
{
    clinic_add("<div class=row><div class=col><div>");
    clinic_add(text);
    clinic_add("</div><div id=respond>");
    clinic_add(REPLY);
    clinic_add("</div></div><div class=col>");
    add_teasers(teasers);
    clinic_add("</div></div>");
}

static void teasers_in_a_sidebar(const char *text, unsigned teasers)
{
    clinic_add("<div class=row><div class=col><div>");
    clinic_add(text);
    clinic_add("</div><div id=respond>");
    clinic_add(REPLY);
    clinic_add("</div></div><div id=sidebar>");
    add_teasers(teasers);
    clinic_add("</div></div>");
}

static void page_of_wordpress(const char *text, unsigned teasers)
{
    clinic_add("<div id=primary><main id=main><article class=\"post hentry\"><div "
               "class=entry-content>");
    clinic_add(text);
    clinic_add(
            "</div></article><div id=comments><div id=respond class=comment-respond>");
    clinic_add(REPLY);
    clinic_add(
            "</div></div></main></div><aside id=secondary class=widget-area><section "
            "class=widget>");
    add_teasers(teasers);
    clinic_add("</section></aside>");
}

static const struct {
    layout *write;
    const char *name;
} LAYOUTS[] = {
    { reply_in_the_box_of_the_article, "reply in the box of the article" },
    { reply_in_its_own_box, "reply in its own box" },
    { teasers_in_a_sidebar, "teasers in a sidebar" },
    { page_of_wordpress, "page of WordPress" },
};

static void an_article_is_one_beside_any_number_of_teasers(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof LAYOUTS / sizeof *LAYOUTS; i++) {
        for (unsigned teasers = 0; teasers <= 20; teasers += 2) {
            clinic_begin();
            LAYOUTS[i].write(CLINIC_ARTICLE, teasers);
            clinic_read();
            clinic_assert_kept(CLINIC_WORDS, LAYOUTS[i].name, teasers);
            assert_true(clinic_has("until the shoulder is free again"));
        }
    }
}

static void a_short_article_is_one_beside_long_teasers(void **state)
{
    enum { SHORT_WORDS = 80, TEASERS = 28 };

    (void)state;
    for (size_t i = 0; i < sizeof LAYOUTS / sizeof *LAYOUTS; i++) {
        clinic_begin();
        LAYOUTS[i].write(SHORT_ARTICLE, TEASERS);
        clinic_read();
        clinic_assert_kept(SHORT_WORDS, LAYOUTS[i].name, TEASERS);
        assert_true(clinic_has("look at the joint first"));
    }
}

static void teasers_before_the_article_are_left_out(void **state)
{
    (void)state;
    clinic_begin();
    clinic_add("<div class=row><div class=col>");
    add_teasers(14);
    clinic_add("</div><div class=col><div>");
    clinic_add(CLINIC_ARTICLE);
    clinic_add("</div></div></div>");
    clinic_read();
    clinic_assert_kept(CLINIC_WORDS, "teasers first", 14);
}

static void other_posts_in_full_are_left_out(void **state)
{
    enum { PARAGRAPHS = 5, SENTENCES = 4 };

    (void)state;
    clinic_begin();
    clinic_add("<main><article class=post>");
    clinic_add(CLINIC_ARTICLE);
    clinic_add("</article>");
    for (unsigned i = 0; i < 3; i++) {
        buffer_append_format(&clinic_html,
                "<article class=post><h2><a href=/p%u>Another post %u</a></h2>", i, i);
        for (unsigned k = 0; k < PARAGRAPHS; k++) {
            clinic_add("<p>");
            clinic_add_sentences(i * PARAGRAPHS + k, SENTENCES);
            clinic_add("</p>");
        }
        clinic_add("</article>");
    }
    clinic_add("</main>");
    clinic_read();
    clinic_assert_kept(CLINIC_WORDS, "other posts in full", 3);
}

static void sections_of_one_shape_are_one_article(void **state)
{
    static const char *const SECTIONS[] = { "<section>", "<div class=richtext>",
        "<section class=\"elementor-section elementor-element-4a%uf0c\">",
        "<div class=\"sqs-block html-block\" id=block-yui-%u>" };
    enum { COUNT = 6, SENTENCES = 4 };

    (void)state;
    for (size_t k = 0; k < sizeof SECTIONS / sizeof *SECTIONS; k++) {
        clinic_begin();
        clinic_add("<main><h1>What Stretching Does for a Stiff Shoulder</h1><div>");
        for (unsigned i = 0; i < COUNT; i++) {
            buffer_append_format(&clinic_html, SECTIONS[k], i);
            buffer_append_format(&clinic_html, "<h2>Step %u of the way</h2><p>", i);
            clinic_add_sentences(i, SENTENCES);
            clinic_add(view_starts_with(view_of(SECTIONS[k]), PALPATE_VIEW("<div"))
                               ? "</div>"
                               : "</section>");
        }
        clinic_add("</div></main><div class=more>");
        add_teasers(8);
        clinic_add("</div>");
        clinic_read();
        for (unsigned i = 0; i < COUNT; i++) {
            char heading[32];
            (void)snprintf(heading, sizeof heading, "Step %u of the way", i);
            assert_true(clinic_has(heading));
        }
        assert_false(clinic_has("Story number"));
    }
}

static void a_page_of_menus_and_a_notice_has_no_article(void **state)
{
    enum { ENTRIES = 60 };

    (void)state;
    clinic_begin();
    clinic_add(
            "<div class=browser-banner><p>Your browser is out of date. Please download "
            "a "
            "newer "
            "one for free, by a click on one of these icons.</p></div><ul class=menu>");
    for (unsigned i = 0; i < ENTRIES; i++)
        buffer_append_format(&clinic_html, "<li><a href=/topic-%u>Topic %u</a>", i, i);
    clinic_add("</ul><script>load()</script>");
    clinic_read();
    assert_int_equal(clinic_article.text.size, 0);
    assert_int_equal(clinic_article.verdict, PAGE_EMPTY);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(an_article_is_one_beside_any_number_of_teasers),
        cmocka_unit_test(a_short_article_is_one_beside_long_teasers),
        cmocka_unit_test(teasers_before_the_article_are_left_out),
        cmocka_unit_test(other_posts_in_full_are_left_out),
        cmocka_unit_test(sections_of_one_shape_are_one_article),
        cmocka_unit_test(a_page_of_menus_and_a_notice_has_no_article),
    };
    return cmocka_run_group_tests(tests, clinic_set_up, clinic_tear_down);
}
