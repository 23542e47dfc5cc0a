/* Pages of one article beside other texts: the article is kept whole and alone, however
   long its neighbours are and however they are written. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "core/buffer.h"
#include "core/view.h"
#include "core/word_count.h"
#include "indexer/article/article_read.h"
#include "indexer/html/tree.h"

enum { ARTICLE_WORDS = 426, SLACK = 30 };

static const char TITLE[] = "What Stretching Does for a Stiff Shoulder";

/* Of as many words as a post on a clinic's site has, title and headings included. */
static const char ARTICLE[] =
        "<h1>What Stretching Does for a Stiff Shoulder</h1>"
        "<p>Stretching is a simple and well tried way to loosen a stiff shoulder. It "
        "takes "
        "a few minutes, no equipment, and some patience over several weeks. In this "
        "post "
        "we look at what people gain from stretching every day, and at the exercises "
        "that "
        "our physiotherapists teach most often.</p>"
        "<h2>What People Gain from It</h2><ol>"
        "<li><strong>Less pain:</strong> A shoulder that is moved often hurts less at "
        "night, as the capsule around the joint is not allowed to tighten any further. "
        "Many people notice a first change after about two weeks of practice.</li>"
        "<li><strong>More movement:</strong> The arm can be lifted higher and turned "
        "further outward once the tissue yields. This makes dressing, driving and "
        "combing the hair easier again.</li>"
        "<li><strong>Better circulation:</strong> Gentle movement brings blood to "
        "tendons "
        "that are poorly supplied at rest, and this may help them to recover.</li>"
        "<li><strong>Less tension:</strong> The muscles between neck and shoulder "
        "often "
        "guard a sore joint. They let go when the joint is moved slowly and without "
        "force.</li>"
        "<li><strong>Fewer setbacks:</strong> Whoever keeps the shoulder supple after "
        "recovery is less likely to have the same trouble again in the following "
        "year.</li>"
        "<li><strong>More confidence:</strong> People learn which movements are safe, "
        "and "
        "stop holding the arm against the body all day.</li></ol>"
        "<h2>Exercises That We Teach</h2><ol>"
        "<li><strong>Pendulum:</strong> Lean forward with one hand on a table and let "
        "the "
        "sore arm hang. Swing it in small circles for one minute, then change the "
        "direction. The weight of the arm opens the joint a little.</li>"
        "<li><strong>Wall walk:</strong> Face a wall and let the fingers climb as far "
        "as "
        "they can go without sharp pain. Hold for ten seconds and come down.</li>"
        "<li><strong>Towel stretch:</strong> Hold a towel behind the back with both "
        "hands, "
        "and pull the sore arm upward with the good one. Stop when the stretch is "
        "clear "
        "but still comfortable.</li>"
        "<li><strong>Sleeper stretch:</strong> Lie on the sore side with the elbow "
        "bent, "
        "and press the forearm gently towards the bed. It reaches the back of the "
        "capsule, which is often the stiffest part.</li></ol>"
        "<p>Stretching helps most people with a stiff shoulder, but not in a day. If "
        "you "
        "have had pain for more than six weeks, if the arm is weak, or if you had a "
        "fall, "
        "let a doctor or physiotherapist look at the joint first. They can tell what "
        "is "
        "stiff, what is torn, and which of these exercises suit you. Remember that a "
        "plan "
        "which you keep is better than a perfect one, so choose two exercises and do "
        "them "
        "every morning until the shoulder is free again.</p>";

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

static struct arena arena;
static struct article article;
static struct buffer html;

static void add(const char *text)
{
    buffer_append_string(&html, text);
}

/* Sentences about other things, in another order each time. */
static void add_sentences(unsigned number, unsigned count)
{
    static const char *const SENTENCES[] = {
        "Knee pain after a run has many causes, and most of them are harmless.",
        "Our clinic opens on Saturday mornings from the first week of next month.",
        "A good pillow keeps the neck in line with the rest of the spine.",
        "Winter sports put a strain on joints that have rested for a year.",
        "Shoes wear out from within long before anyone can see it from outside.",
        "The back likes to be moved, and it dislikes a chair more than a load.",
        "We asked three trainers what they would change about the usual warm up.",
        "Children grow in spurts, and their heels may hurt when they do.",
        "Many headaches begin in the neck and end with a walk in fresh air.",
        "An ankle that was sprained once is easily sprained again within months.",
        "Older people gain more from lifting weights than was believed for long.",
        "Massage after sport feels good, although muscles do not heal any faster.",
        "The new rooms on the second floor are reached by a lift and a ramp.",
    };
    enum { COUNT = sizeof SENTENCES / sizeof *SENTENCES };

    for (unsigned i = 0; i < count; i++) {
        buffer_append_format(&html, "%sOf %u: ", i == 0 ? "" : " ", number * 7 + i);
        add(SENTENCES[(number * 5 + i * 3) % COUNT]);
    }
}

static void add_teasers(unsigned count)
{
    enum { SENTENCES = 5 };

    for (unsigned i = 0; i < count; i++) {
        buffer_append_format(&html,
                "<h3><a href=/post-%u>Story number %u about joints and "
                "bones</a></h3><p>",
                i, i);
        add_sentences(i, SENTENCES);
        add(" ...</p>");
    }
}

static void begin(void)
{
    buffer_clear(&html);
    add("<!doctype html><html lang=en><head><title>");
    add(TITLE);
    add(" | A Clinic</title></head><body><header><a href=/>A Clinic</a><nav><ul>"
        "<li><a href=/a>Treatments</a><li><a href=/b>Team</a><li><a href=/c>Contact</a>"
        "</ul></nav></header>");
}

static void read_page(void)
{
    static const struct page_origin ORIGIN = { .shared = NULL };

    add("<footer><p>A Clinic, 5 Main Street. All rights reserved.</p></footer></body>");
    assert_false(html.failed);
    arena_clear(&arena);
    assert_int_equal(article_read(&article, &arena, buffer_view(&html), &ORIGIN, NULL),
            PALPATE_OK);
}

static bool has(const char *words)
{
    return view_find(article.text, view_of(words)) < article.text.size;
}

static void assert_kept(uint32_t expected, const char *layout, unsigned teasers)
{
    uint32_t words = word_count(article.text);

    if (words + SLACK < expected || words > expected + SLACK)
        fail_msg("%s, %u teasers: %u words of %u", layout, teasers, words, expected);
    assert_true(has("Stretching is a simple"));
}

/* The layouts: how an article, its reply form and the other texts are put. */
typedef void layout(const char *text, unsigned teasers);

static void reply_in_the_box_of_the_article(const char *text, unsigned teasers)
{
    add("<div class=row><div class=col>");
    add(text);
    add(REPLY);
    add("</div><div class=col>");
    add_teasers(teasers);
    add("</div></div>");
}

static void reply_in_its_own_box(const char *text, unsigned teasers)
{
    add("<div class=row><div class=col><div>");
    add(text);
    add("</div><div id=respond>");
    add(REPLY);
    add("</div></div><div class=col>");
    add_teasers(teasers);
    add("</div></div>");
}

static void teasers_in_a_sidebar(const char *text, unsigned teasers)
{
    add("<div class=row><div class=col><div>");
    add(text);
    add("</div><div id=respond>");
    add(REPLY);
    add("</div></div><div id=sidebar>");
    add_teasers(teasers);
    add("</div></div>");
}

static void page_of_wordpress(const char *text, unsigned teasers)
{
    add("<div id=primary><main id=main><article class=\"post hentry\"><div "
        "class=entry-content>");
    add(text);
    add("</div></article><div id=comments><div id=respond class=comment-respond>");
    add(REPLY);
    add("</div></div></main></div><aside id=secondary class=widget-area><section "
        "class=widget>");
    add_teasers(teasers);
    add("</section></aside>");
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
            begin();
            LAYOUTS[i].write(ARTICLE, teasers);
            read_page();
            assert_kept(ARTICLE_WORDS, LAYOUTS[i].name, teasers);
            assert_true(has("until the shoulder is free again"));
        }
    }
}

static void a_short_article_is_one_beside_long_teasers(void **state)
{
    enum { SHORT_WORDS = 80, TEASERS = 28 };

    (void)state;
    for (size_t i = 0; i < sizeof LAYOUTS / sizeof *LAYOUTS; i++) {
        begin();
        LAYOUTS[i].write(SHORT_ARTICLE, TEASERS);
        read_page();
        assert_kept(SHORT_WORDS, LAYOUTS[i].name, TEASERS);
        assert_true(has("look at the joint first"));
    }
}

static void teasers_before_the_article_are_left_out(void **state)
{
    (void)state;
    begin();
    add("<div class=row><div class=col>");
    add_teasers(14);
    add("</div><div class=col><div>");
    add(ARTICLE);
    add("</div></div></div>");
    read_page();
    assert_kept(ARTICLE_WORDS, "teasers first", 14);
}

static void add_comments(unsigned count)
{
    enum { SENTENCES = 4 };

    for (unsigned i = 0; i < count; i++) {
        buffer_append_format(&html,
                "<li class=comment><cite>Reader %u</cite> <span>May %u, 2021 at 10:%u "
                "am</span><p>",
                i, i % 28 + 1, i % 50 + 10);
        add_sentences(i + 3, SENTENCES);
        buffer_append_format(&html, "</p><a href=?reply=%u>Reply</a></li>", i);
    }
}

static bool is_any_comment_kept(void)
{
    for (uint32_t i = 0; i < article.passage_count; i++) {
        const struct passage *passage = &article.passages[i];
        if (passage->kind != KIND_COMMENT && !passage->is_doubtful &&
                view_find(passage->text, view_of("Of 2")) < passage->text.size)
            return true;
    }
    return false;
}

static void a_list_of_comments_is_decided_as_one(void **state)
{
    (void)state;
    for (unsigned count = 1; count <= 60; count *= 3) {
        begin();
        add("<main><article class=post><div class=entry-content>");
        add(ARTICLE);
        add("</div></article><div id=comments class=comments-area><h2>Comments</h2><ol "
            "class=comment-list>");
        add_comments(count);
        add("</ol></div></main>");
        read_page();
        assert_kept(ARTICLE_WORDS, "comments", count);
        assert_false(is_any_comment_kept());
    }
}

static void a_heading_about_comments_does_not_name_what_is_before_it(void **state)
{
    (void)state;
    begin();
    add("<div class=wrap>");
    add(ARTICLE);
    add("<h3>3 Comments</h3><ul>");
    add_comments(3);
    add("</ul></div>");
    read_page();
    assert_kept(ARTICLE_WORDS, "comments in the box of the article", 3);
    assert_true(has("until the shoulder is free again"));
}

static void other_posts_in_full_are_left_out(void **state)
{
    enum { PARAGRAPHS = 5, SENTENCES = 4 };

    (void)state;
    begin();
    add("<main><article class=post>");
    add(ARTICLE);
    add("</article>");
    for (unsigned i = 0; i < 3; i++) {
        buffer_append_format(&html,
                "<article class=post><h2><a href=/p%u>Another post %u</a></h2>", i, i);
        for (unsigned k = 0; k < PARAGRAPHS; k++) {
            add("<p>");
            add_sentences(i * PARAGRAPHS + k, SENTENCES);
            add("</p>");
        }
        add("</article>");
    }
    add("</main>");
    read_page();
    assert_kept(ARTICLE_WORDS, "other posts in full", 3);
}

static void a_page_of_menus_and_a_notice_has_no_article(void **state)
{
    enum { ENTRIES = 60 };

    (void)state;
    begin();
    add("<div class=browser-banner><p>Your browser is out of date. Please download a "
        "newer "
        "one for free, by a click on one of these icons.</p></div><ul class=menu>");
    for (unsigned i = 0; i < ENTRIES; i++)
        buffer_append_format(&html, "<li><a href=/topic-%u>Topic %u</a>", i, i);
    add("</ul><script>load()</script>");
    read_page();
    assert_int_equal(article.text.size, 0);
    assert_int_equal(article.verdict, PAGE_EMPTY);
}

static int set_up(void **state)
{
    (void)state;
    tree_library_init();
    return 0;
}

static int tear_down(void **state)
{
    (void)state;
    buffer_free(&html);
    arena_free(&arena);
    return 0;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(an_article_is_one_beside_any_number_of_teasers),
        cmocka_unit_test(a_short_article_is_one_beside_long_teasers),
        cmocka_unit_test(teasers_before_the_article_are_left_out),
        cmocka_unit_test(a_list_of_comments_is_decided_as_one),
        cmocka_unit_test(a_heading_about_comments_does_not_name_what_is_before_it),
        cmocka_unit_test(other_posts_in_full_are_left_out),
        cmocka_unit_test(a_page_of_menus_and_a_notice_has_no_article),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
