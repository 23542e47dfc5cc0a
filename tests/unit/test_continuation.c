#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "core/buffer.h"
#include "fixture_questions.h"

#define BEGIN                                                                          \
    "<h1>Sprained ankle</h1><p>A sprained ankle heals by itself in most cases, but "   \
    "the "                                                                             \
    "first days decide how quickly. Rest the foot, and keep it raised above the "      \
    "heart.</p><p>Most people can put weight on the foot again after three or four "   \
    "days. Begin with short walks, and stop when the pain rises.</p><p>Exercises for " \
    "balance should start in the second week. Stand on one leg near a wall, hold the " \
    "position for twenty seconds, and repeat it five times on each side.</p>"
#define LAST      "<p>Full sport is possible after six weeks.</p>"
#define SAYS_LAST "Full sport is possible after six weeks."

static struct buffer page;

/* A page between its menu and its footer. */
static void read_body(const char *body)
{
    buffer_clear(&page);
    buffer_append_string(&page,
            "<!doctype html><title>Sprained ankle</title><nav><a href=/>Home</a> "
            "<a href=/knee>Knee</a></nav>");
    buffer_append_string(&page, body);
    buffer_append_string(&page,
            "<footer><p>Copyright 2024 A clinic. <a href=/p>Privacy</a></p></footer>");
    buffer_append_byte(&page, '\0');
    read_question_page(buffer_view(&page).data);
}

static void the_last_sentence_may_follow_an_end_that_comes_too_early(void **state)
{
    static const char *const BODIES[] = {
        "<article>" BEGIN "</article></article>" LAST,
        "<main><article>" BEGIN "</article>" LAST "</article></main>",
        "<main>" BEGIN "</main>" LAST "</main>",
        "<main><article>" BEGIN "</main>" LAST,
        "<div id=page><div class=entry-content>" BEGIN "</div></div></div></div>" LAST
        "</div></div>",
        "<section>" BEGIN "</section></section>" LAST "</section>",
        "<article>" BEGIN "</article></body>" LAST "</body>",
        "<table><tr><td>" BEGIN "</table>" LAST "</td></tr></table>",
        "<article>" BEGIN "</article></article>" SAYS_LAST,
        "<article>" BEGIN "</article></article><div>" SAYS_LAST "</div>",
    };
    (void)state;

    for (size_t i = 0; i < sizeof BODIES / sizeof *BODIES; i++) {
        read_body(BODIES[i]);
        if (!article_says(SAYS_LAST) || article_says("Copyright"))
            fail_msg("of <%s> is read <%.*s>", BODIES[i], (int)article.text.size,
                    article.text.data);
    }
}

static void several_paragraphs_may_follow_with_their_headings_and_lists(void **state)
{
    (void)state;
    read_body(
            "<article>" BEGIN "</article></article><h2>When to return</h2>" LAST
            "<p>You are ready when:</p><ul><li>you can hop on one leg<li>the ankle no "
            "longer swells</ul>");
    assert_true(article_says("When to return"));
    assert_true(article_says(SAYS_LAST));
    assert_true(article_says("You are ready when:"));
    assert_true(article_says("no longer swells"));
}

static void a_single_second_article_of_a_sentence_is_read(void **state)
{
    (void)state;
    read_body("<article>" BEGIN "</article><article>" LAST "</article>");
    assert_true(article_says(SAYS_LAST));
    read_body("<article class=text>" BEGIN "</article><article class=text>" LAST
              "</article>");
    assert_true(article_says(SAYS_LAST));
}

static void what_is_said_of_the_site_after_an_article_is_left_out(void **state)
{
    static const char *const LINES[] = { "<p>Book an appointment today.</p>",
        "<p>Subscribe to our newsletter.</p>", "<p>All rights reserved.</p>",
        "<p>Read also: The knee.</p>", "<p>Photo: Jane Doe.</p>",
        "<p>You must be logged in to post a comment.</p>",
        "<div class=comments><p>A fine text, thank you.</p></div>",
        "<aside>" LAST "</aside>", "<footer>" LAST "</footer>",
        "<div class=related>" LAST "</div>" };
    (void)state;

    read_body("<article>" BEGIN "</article>");
    size_t size = article.text.size;
    for (size_t i = 0; i < sizeof LINES / sizeof *LINES; i++) {
        struct buffer body = { 0 };
        buffer_append_string(&body, "<article>" BEGIN "</article></article>");
        buffer_append_string(&body, LINES[i]);
        buffer_append_byte(&body, '\0');
        read_body(buffer_view(&body).data);
        if (article.text.size != size)
            fail_msg("%s is read", LINES[i]);
        buffer_free(&body);
    }
}

static int tear_down(void **state)
{
    buffer_free(&page);
    return questions_tear_down(state);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_last_sentence_may_follow_an_end_that_comes_too_early),
        cmocka_unit_test(several_paragraphs_may_follow_with_their_headings_and_lists),
        cmocka_unit_test(a_single_second_article_of_a_sentence_is_read),
        cmocka_unit_test(what_is_said_of_the_site_after_an_article_is_left_out),
    };
    return cmocka_run_group_tests(tests, questions_set_up, tear_down);
}
