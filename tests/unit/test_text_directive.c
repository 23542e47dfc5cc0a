#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "core/view.h"
#include "indexer/passage/text_directive.h"
#include "indexer/passage/visible_text.h"

static struct arena arena;
static struct visible_text visible;

static void show(const char *html)
{
    struct tree tree;

    arena_clear(&arena);
    assert_int_equal(tree_read(&tree, &arena, view_of(html), NULL), PALPATE_OK);
    assert_true(visible_text_read(&visible, &arena, &tree));
}

static size_t count(struct text_directive directive)
{
    struct directive_match match;
    size_t from = 0;
    size_t found = 0;
    size_t effort = SIZE_MAX;

    for (; text_directive_find(&match, visible.folded, &directive, from, &effort);
            from = match.next)
        found++;
    return found;
}

static size_t matches(const char *start)
{
    return count((struct text_directive){ .start = view_of(start) });
}

static void words_are_whole_at_both_ends(void **state)
{
    (void)state;
    show("<p>A painful knee, don't run 3.5 km; neck-pain and pain_free painless.</p>");
    assert_int_equal(matches("pain"), 1);
    assert_int_equal(matches("painful"), 1);
    assert_int_equal(matches("don"), 0);
    assert_int_equal(matches("t run"), 0);
    assert_int_equal(matches("3"), 0);
    assert_int_equal(matches("5 km"), 0);
    assert_int_equal(matches("3.5 km"), 1);
    assert_int_equal(matches("neck"), 1);
}

static void case_accents_and_unseen_signs_do_not_count(void **state)
{
    (void)state;
    show("<p>M&eacute;ni&#xe8;re&rsquo;s D&shy;isease, &#x201C;O&#x308;dem\xE2\x80\x9D "
         "&#xFF26;ull &aelig;ther</p>");
    assert_int_equal(matches("meniere's disease"), 1);
    assert_int_equal(matches("\"odem\" full aether"), 1);
}

static void a_term_stays_in_its_block(void **state)
{
    (void)state;
    show("<p>one <b>two</b> th<i>ree</i></p><p>four</p>five<br>six"
         "<table><tr><td>seven</td><td>eight</td></tr></table><ul><li>nine<li>ten</"
         "ul>");
    assert_int_equal(matches("one two three"), 1);
    assert_int_equal(matches("three four"), 0);
    assert_int_equal(matches("five six"), 0);
    assert_int_equal(matches("seven eight"), 0);
    assert_int_equal(matches("nine ten"), 0);
    assert_int_equal(count((struct text_directive){ .start = PALPATE_VIEW("three"),
                             .end = PALPATE_VIEW("nine") }),
            1);
}

static void what_stands_around_is_adjacent(void **state)
{
    (void)state;
    show("<h2>Left</h2><p>Raise the arm. Rest.</p><h2>Right</h2><p>Raise the arm. "
         "Wait.</p>");
    const palpate_view start = PALPATE_VIEW("raise the arm.");
    assert_int_equal(count((struct text_directive){ .start = start }), 2);
    assert_int_equal(count((struct text_directive){
                             .prefix = PALPATE_VIEW("right"), .start = start }),
            1);
    assert_int_equal(count((struct text_directive){
                             .start = start, .suffix = PALPATE_VIEW("rest.") }),
            1);
    assert_int_equal(count((struct text_directive){ .prefix = PALPATE_VIEW("right"),
                             .start = start,
                             .suffix = PALPATE_VIEW("rest.") }),
            0);
    assert_int_equal(count((struct text_directive){ .prefix = PALPATE_VIEW("left"),
                             .start = PALPATE_VIEW("the arm.") }),
            0);
    /* The suffix may follow a later place of the end. */
    assert_int_equal(count((struct text_directive){ .start = PALPATE_VIEW("left"),
                             .end = PALPATE_VIEW("the arm."),
                             .suffix = PALPATE_VIEW("wait.") }),
            1);
}

static void what_is_not_shown_is_not_searched(void **state)
{
    (void)state;
    show("<title>word</title><style>word</style><p>word</p><script>word</script>"
         "<p hidden>word</p><p style='color: red; DISPLAY : none'>word</p>"
         "<p style='visibility:hidden'>word</p><noscript>word</noscript>"
         "<template>word</template><select><option>word</select><textarea>word</"
         "textarea>"
         "<dialog>word</dialog><details><summary>more</summary>kept</details>"
         "<p hidden='until-found'>found</p>");
    assert_int_equal(matches("word"), 1);
    assert_int_equal(matches("kept"), 1);
    assert_int_equal(matches("found"), 1);
}

static void a_no_break_space_does_not_collapse(void **state)
{
    (void)state;
    show("<p>5&nbsp;mg a  \n day, 6 &nbsp;mg</p>");
    assert_int_equal(matches("5 mg a day"), 1);
    assert_int_equal(matches("6 mg"), 0);
    assert_int_equal(matches("6  mg"), 1);
}

static void ideographs_part_words(void **state)
{
    (void)state;
    show("<p>\xE8\x82\xA9\xE3\x81\xAE\xE7\x97\x9B\xE3\x81\xBF\xE3\x80\x82"
         "\xE8\x82\xA9</p>");
    assert_int_equal(matches("\xE8\x82\xA9"), 2);
    assert_int_equal(matches("\xE7\x97\x9B\xE3\x81\xBF\xE3\x80\x82"), 1);
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
        cmocka_unit_test(words_are_whole_at_both_ends),
        cmocka_unit_test(case_accents_and_unseen_signs_do_not_count),
        cmocka_unit_test(a_term_stays_in_its_block),
        cmocka_unit_test(what_stands_around_is_adjacent),
        cmocka_unit_test(what_is_not_shown_is_not_searched),
        cmocka_unit_test(a_no_break_space_does_not_collapse),
        cmocka_unit_test(ideographs_part_words),
    };

    return cmocka_run_group_tests(tests, NULL, tear_down);
}
