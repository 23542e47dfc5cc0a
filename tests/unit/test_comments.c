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

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_list_of_comments_is_decided_as_one),
        cmocka_unit_test(a_heading_about_comments_does_not_name_what_is_before_it),
    };
    return cmocka_run_group_tests(tests, clinic_set_up, clinic_tear_down);
}
