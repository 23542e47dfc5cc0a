#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "core/buffer.h"
#include "core/view.h"
#include "indexer/article/article_read.h"
#include "indexer/html/tree.h"

/* What the page declares. */
#define DATA                                                                     \
    "<script type='application/ld+json'>{\"@type\":\"FAQPage\",\"mainEntity\":[" \
    "{\"@type\":\"Question\",\"name\":\"May I run?\",\"acceptedAnswer\":"        \
    "{\"@type\":\"Answer\",\"text\":\"<p>" ONE "</p>\"}},"                       \
    "{\"@type\":\"Question\",\"name\":\"What about tests\",\"acceptedAnswer\":"  \
    "{\"@type\":\"Answer\",\"text\":\"" TWO " &amp; " THREE "\"}}]}</script>"

/* An article around questions and answers. */
#define PAGE(middle)                                                                   \
    "<!doctype html><title>Stiff knee</title>" DATA                                    \
    "<header><a href='/'>Practice</a></header><main><h1>Stiff knee</h1>"               \
    "<p>A stiff knee is common after a long rest, and most people find that it eases " \
    "with a few slow bends in the morning.</p>"                                        \
    "<p>Heat before the first walk helps many people, since warm tissue is easier to " \
    "stretch than cold tissue, and it costs nothing.</p>" middle                       \
    "<p>Most knees that are stiff without an injury improve within six weeks of "      \
    "gentle, regular movement, and few of them need a scan.</p></main>"                \
    "<footer><a href='/privacy'>Privacy</a> <a href='/terms'>Terms</a></footer>"

#define ONE \
    "Yes, as long as the pain stays mild while you run and is gone by the morning."
#define TWO \
    "Not at first. It is needed after a fall, or when the knee locks or gives way."
#define THREE \
    "Swim or cycle in that time, because both keep the joint moving without load."

static struct arena arena;
static struct article article;

static void read_page(const char *html)
{
    const struct page_origin origin = { .url = { NULL, 0 } };

    arena_clear(&arena);
    assert_int_equal(
            article_read(&article, &arena, view_of(html), &origin, NULL), PALPATE_OK);
}

static bool has(const char *words)
{
    return view_find(article.text, view_of(words)) < article.text.size;
}

/* The only passage that holds `words`. */
static const struct passage *passage_with(const char *words)
{
    const struct passage *found = NULL;

    for (uint32_t i = 0; i < article.passage_count; i++) {
        palpate_view text = article.passages[i].text;
        if (view_find(text, view_of(words)) == text.size)
            continue;
        assert_null(found);
        found = &article.passages[i];
    }
    if (found == NULL)
        fail_msg("no passage holds <%s>", words);
    return found;
}

static void assert_text(palpate_view is, const char *expected)
{
    if (!view_equals(is, view_of(expected)))
        fail_msg("<%.*s> is not <%s>", (int)is.size, is.data, expected);
}

/* The passage of `text` holds nothing else, and the innermost heading is `label`. */
static void assert_heads(const char *label, const char *text)
{
    const struct passage *passage = passage_with(text);

    assert_text(passage->text, text);
    if (passage->heading_count == 0)
        fail_msg("<%s> has no heading", text);
    assert_text(passage->heading[passage->heading_count - 1], label);
    assert_true(has(label));
}

static void assert_no_heading(const char *words)
{
    const struct passage *passage = passage_with(words);

    if (passage->heading_count > 0)
        fail_msg("<%s> stands under <%.*s>", words, (int)passage->heading[0].size,
                passage->heading[0].data);
}

static void a_declared_question_heads_its_answer_in_any_element(void **state)
{
    (void)state;
    read_page(PAGE("<h2>Questions</h2><p><b>May I run?</b></p><p>" ONE
                   "</p><div><div>2. What about tests</div><div>" TWO
                   "</div><div>" THREE "</div></div>"));
    assert_heads("May I run?", ONE);
    assert_heads("2. What about tests", TWO "\n" THREE);
    assert_text(passage_with(TWO)->heading[0], "Questions");
    assert_int_equal(passage_with(ONE)->kind, KIND_FAQ);
}

static void a_question_and_its_answer_in_one_paragraph_are_taken_apart(void **state)
{
    (void)state;
    read_page(PAGE(
            "<p><b>Q: May I run?</b><br>" ONE "</p><p>What about tests? " TWO "</p>"));
    assert_heads("Q: May I run?", ONE);
    assert_heads("What about tests?", TWO);
    assert_no_heading("Most knees");
}

static void declared_answers_are_article_text_in_any_box(void **state)
{
    (void)state;
    read_page(PAGE("") "<div class=widget><div class=related><p>May I run?</p><p>" ONE
                       "</p></div></div>");
    assert_heads("May I run?", ONE);
}

static void an_answer_that_a_script_shows_is_taken_from_the_data(void **state)
{
    (void)state;
    read_page(PAGE(
            "<div><h3><button aria-expanded=false>May I run?</button></h3><div></div>"
            "</div><div><div>What about tests</div></div>"));
    assert_heads("What about tests", TWO " & " THREE);
    assert_no_heading("Most knees");
    assert_int_equal(passage_with(TWO)->fragment.size, 0);
}

static void what_is_declared_and_not_asked_on_the_page_is_no_text(void **state)
{
    (void)state;
    read_page(PAGE(""));
    assert_false(has(ONE));
    assert_false(has("May I run?"));
}

static void a_page_that_shows_nothing_has_its_declared_questions(void **state)
{
    (void)state;
    read_page("<!doctype html><title>Stiff knee</title>" DATA "<div id=root></div>");
    assert_heads("May I run?", ONE);
    assert_heads("What about tests", TWO " & " THREE);
}

static void what_a_page_asks_to_leave_out_is_not_brought_back(void **state)
{
    (void)state;
    read_page(PAGE("<div data-nosnippet><p>May I run?</p><p>" ONE
                   "</p><p>What about tests</p></div>"));
    assert_false(has("May I run?"));
    assert_false(has(ONE));
    assert_false(has(TWO));
}

static void a_question_is_no_title(void **state)
{
    (void)state;
    read_page(PAGE("<p>May I run?</p><p>" ONE "</p>"));
    assert_text(article.title, "Stiff knee");
}

static int tear_down(void **state)
{
    (void)state;
    arena_free(&arena);
    return 0;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_declared_question_heads_its_answer_in_any_element),
        cmocka_unit_test(a_question_and_its_answer_in_one_paragraph_are_taken_apart),
        cmocka_unit_test(declared_answers_are_article_text_in_any_box),
        cmocka_unit_test(an_answer_that_a_script_shows_is_taken_from_the_data),
        cmocka_unit_test(what_is_declared_and_not_asked_on_the_page_is_no_text),
        cmocka_unit_test(a_page_that_shows_nothing_has_its_declared_questions),
        cmocka_unit_test(what_a_page_asks_to_leave_out_is_not_brought_back),
        cmocka_unit_test(a_question_is_no_title),
    };

    tree_library_init();
    return cmocka_run_group_tests(tests, NULL, tear_down);
}
