/* Readers' comments beside an article: they are none of it, however long they are and
   however well they read. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "core/view.h"
#include "fixture_clinic.h"

static void add_comments(unsigned count)
{
    enum { SENTENCES = 4 };

    for (unsigned i = 0; i < count; i++) {
        buffer_append_format(&clinic_html,
                "<li class=comment><cite>Reader %u</cite> <span>May %u, 2021 at 10:%u "
                "am</span><p>",
                i, i % 28 + 1, i % 50 + 10);
        clinic_add_sentences(i + 3, SENTENCES);
        buffer_append_format(&clinic_html, "</p><a href=?reply=%u>Reply</a></li>", i);
    }
}

static bool is_any_comment_kept(void)
{
    for (uint32_t i = 0; i < clinic_article.passage_count; i++) {
        const struct passage *passage = &clinic_article.passages[i];
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
        clinic_begin();
        clinic_add("<main><article class=post><div class=entry-content>");
        clinic_add(CLINIC_ARTICLE);
        clinic_add("</div></article><div id=comments "
                   "class=comments-area><h2>Comments</h2><ol "
                   "class=comment-list>");
        add_comments(count);
        clinic_add("</ol></div></main>");
        clinic_read();
        clinic_assert_kept(CLINIC_WORDS, "comments", count);
        assert_false(is_any_comment_kept());
    }
}

static void a_heading_about_comments_does_not_name_what_is_before_it(void **state)
{
    (void)state;
    clinic_begin();
    clinic_add("<div class=wrap>");
    clinic_add(CLINIC_ARTICLE);
    clinic_add("<h3>3 Comments</h3><ul>");
    add_comments(3);
    clinic_add("</ul></div>");
    clinic_read();
    clinic_assert_kept(CLINIC_WORDS, "comments in the box of the article", 3);
    assert_true(clinic_has("until the shoulder is free again"));
}

/* A comment that reads as a paragraph of an article, in a list of them. */
static void add_essays(unsigned count)
{
    enum { SENTENCES = 9 };

    clinic_add("<section id=comments><ul class=commentlist>");
    for (unsigned i = 0; i < count; i++) {
        clinic_add("<li><div><p>");
        clinic_add_sentences(i + 3, SENTENCES);
        clinic_add("</p></div>");
    }
    clinic_add("</ul></section>");
}

static const char STORY[] =
        "<div class=story><h1>What Stretching Does for a Stiff Shoulder</h1>"
        "<p>Stretching is a simple and well tried way to loosen a stiff shoulder. It "
        "takes a few minutes, no equipment, and some patience over several weeks. Lean "
        "forward with one hand on a table and let the sore arm hang, swing it in small "
        "circles for one minute, and then change the direction.</p></div>";

static void comments_that_read_as_an_article_are_none_of_that_before_them(void **state)
{
    (void)state;
    for (unsigned count = 4; count <= 64; count *= 2) {
        clinic_begin();
        clinic_add(STORY);
        add_essays(count);
        clinic_read();
        assert_true(clinic_has("Stretching is a simple"));
        assert_false(is_any_comment_kept());
    }
}

static const char FORUM_DATA[] = "<script type=application/ld+json>"
                                 "{\"@type\":\"DiscussionForumPosting\"}</script>";

static void what_a_forum_answers_is_not_judged_by_its_question(void **state)
{
    (void)state;
    clinic_begin();
    clinic_add(FORUM_DATA);
    clinic_add(STORY);
    add_essays(12);
    clinic_read();
    assert_true(clinic_has("Stretching is a simple"));
    assert_true(is_any_comment_kept());
}

static void read_thread(const char *head)
{
    enum { POSTS = 9 };

    clinic_begin();
    clinic_add(head);
    clinic_add(STORY);
    clinic_add("<div id=comments><h3>Replies</h3><ol class=commentlist>");
    add_comments(POSTS);
    clinic_add("</ol></div>");
    clinic_read();
}

static void what_readers_post_in_a_forum_is_its_text(void **state)
{
    static const char *const HEADS[] = {
        FORUM_DATA,
        "<main itemscope itemtype=https://schema.org/DiscussionForumPosting>",
        "<meta name=Generator content='vBulletin 3.8.11'>",
        "<link rel=canonical href=https://example.org/threads/stiff-shoulder.41/>",
        "<link rel=canonical href=https://forum.example.org/stiff-shoulder>",
        "<link rel=canonical href='viewtopic.php?id=41'>",
        "<meta property=og:url content=https://example.org/t/stiff-shoulder/41>",
        "<meta property=og:url content=https://example.org/topic/41-stiff-shoulder>",
    };

    (void)state;
    for (size_t i = 0; i < sizeof HEADS / sizeof *HEADS; i++) {
        read_thread(HEADS[i]);
        assert_true(clinic_has("Stretching is a simple"));
        assert_true(is_any_comment_kept());
    }
}

static void a_subject_an_answer_and_an_address_elsewhere_make_no_forum(void **state)
{
    static const char *const HEADS[] = {
        "<link rel=canonical href=https://example.org/topic/stiff-shoulder>",
        "<meta property=og:url content=https://example.org/t/stiff-shoulder>",
        "<link rel=alternate href=https://forum.example.org/threads/41>",
        "<meta name=generator content='WordPress 6.4'>",
        "<meta name=description content='phpBB'>",
        "",
    };

    (void)state;
    for (size_t i = 0; i < sizeof HEADS / sizeof *HEADS; i++) {
        read_thread(HEADS[i]);
        assert_true(clinic_has("Stretching is a simple"));
        assert_false(is_any_comment_kept());
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_list_of_comments_is_decided_as_one),
        cmocka_unit_test(a_heading_about_comments_does_not_name_what_is_before_it),
        cmocka_unit_test(comments_that_read_as_an_article_are_none_of_that_before_them),
        cmocka_unit_test(what_a_forum_answers_is_not_judged_by_its_question),
        cmocka_unit_test(what_readers_post_in_a_forum_is_its_text),
        cmocka_unit_test(a_subject_an_answer_and_an_address_elsewhere_make_no_forum),
    };
    return cmocka_run_group_tests(tests, clinic_set_up, clinic_tear_down);
}
