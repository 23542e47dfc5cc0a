#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "fixture_questions.h"

#define NAV "<nav><a href=/>Home</a> <a href=/knee>Knee</a></nav>"
#define CARD(title, text)                                                      \
    "<div class=card><h3><a href=/x>" title "</a></h3><time>3 May 2024</time>" \
    "<p>" text " &hellip;</p><a href=/x>Read more</a></div>"
#define CARDS                                                                       \
    CARD("Sprained ankles", "An ankle that rolls inwards swells within the hour")   \
    CARD("Tennis elbow", "Gripping hurts for months, and rest alone does not help") \
    CARD("Frozen shoulder", "A shoulder that stiffens over weeks needs a year")     \
    CARD("Stiff necks", "Most necks that cannot turn in the morning can by night")  \
    CARD("Heel pain", "The first steps of the day are the worst of them all")       \
    CARD("Back pain", "Nine of ten backs are better within six weeks at most")
#define FOOT "<footer><p>Copyright 2024 A clinic. <a href=/p>Privacy</a></p></footer>"
#define ARTICLE                                                                        \
    "<p>A sprained ankle heals by itself in most cases, but the first days decide "    \
    "how "                                                                             \
    "quickly. Rest the foot, and keep it raised above the heart whenever you sit.</p>" \
    "<p>Most people can put weight on the foot again after three or four days.</p>"

#define ITEM(title, text)                       \
    "<li class=post-item><h2><a href=/x>" title \
    "</a></h2><span>Ann Lee</span><p>" text " <a href=/x>[...]</a></p></li>"

#define ITEMS                                                                       \
    ITEM("Sprained ankles", "An ankle that rolls inwards swells within the hour")   \
    ITEM("Tennis elbow", "Gripping hurts for months, and rest alone does not help") \
    ITEM("Frozen shoulder", "A shoulder that stiffens over weeks needs a year")     \
    ITEM("Stiff necks", "Most necks that cannot turn in the morning can by night")  \
    ITEM("Heel pain", "The first steps of the day are the worst of them all")       \
    ITEM("Back pain", "Nine of ten backs are better within six weeks at most")

#define BOX(first, second, third)                                               \
    "<div><a href=/1>" first "</a> <a href=/2>" second "</a> <a href=/3>" third \
    "</a> <a href=/4>Read what others found in the years since then</a></div>"
#define BOXES                                                                        \
    BOX("News of the clinic", "Hours and fees", "How to find us by bus or by train") \
    BOX("Letters of patients", "Open days", "Talks on joints that hurt in winter")   \
    BOX("Courses for backs", "Swimming", "Walking groups of the town in summer")     \
    BOX("Books on the knee", "Films", "A quiz about bones for boys and girls")       \
    BOX("Work with us", "Our team", "Students who would like to visit us")

static void a_page_that_lists_others_is_what_it_lists(void **state)
{
    static const char *const PAGES[] = {
        "<title>Articles</title>" NAV "<main><h1>Articles</h1><div class=grid>" ITEMS
        "</div></main>" FOOT,
        "<title>Articles</title>" NAV "<main><h1>Articles</h1><div>" CARDS
        "</div></main>" FOOT,
        "<title>Articles</title>" NAV "<div id=page><h1>Articles</h1>"
        "<p>All that we wrote about joints.</p><div class=grid>" CARDS
        "</div></div>" FOOT,
    };

    (void)state;
    for (size_t i = 0; i < sizeof PAGES / sizeof *PAGES; i++) {
        read_question_page(PAGES[i]);
        assert_true(article_says("Tennis elbow"));
        assert_true(article_says("Frozen shoulder"));
        assert_true(article_says("Nine of ten backs are better"));
        assert_false(article_says("Read more"));
        assert_false(article_says("Copyright"));
    }
}

static void an_article_beside_a_list_stays_one(void **state)
{
    static const char *const PAGES[] = {
        "<title>Sprained ankle</title>" NAV "<main><h1>Sprained ankle</h1>" ARTICLE
        "</main><div class=more>" CARDS "</div>" FOOT,
        "<title>Sprained ankle</title>" NAV "<h1>Sprained ankle</h1><div>" ARTICLE
        "</div><aside>" CARDS "</aside>" FOOT,
        "<title>Sprained ankle</title><body><div id=all>" BOXES
        "<div><h1>Sprained ankle</h1>" ARTICLE ARTICLE ARTICLE ARTICLE "</div>" BOXES
        "</div>",
    };

    (void)state;
    for (size_t i = 0; i < sizeof PAGES / sizeof *PAGES; i++) {
        read_question_page(PAGES[i]);
        assert_true(article_says("heals by itself"));
        assert_false(article_says("Nine of ten backs are better"));
        assert_false(article_says("Walking groups"));
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_page_that_lists_others_is_what_it_lists),
        cmocka_unit_test(an_article_beside_a_list_stays_one),
    };

    return cmocka_run_group_tests(tests, questions_set_up, questions_tear_down);
}
