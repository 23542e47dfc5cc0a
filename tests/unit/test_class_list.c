#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "core/arena.h"
#include "core/view.h"
#include "indexer/html/class_list.h"
#include "indexer/html/hidden.h"

static struct arena arena;

/* The first element of a page's body. */
static const struct node *element_of(struct tree *tree, const char *html)
{
    palpate_error err = { 0 };

    assert_int_equal(tree_read(tree, &arena, view_of(html), &err), PALPATE_OK);
    return &tree->nodes[tree_find(tree, 1, tree->count, HTML_p)];
}

static bool has(const char *html, const char *word)
{
    struct tree tree = { 0 };

    return node_has_class(element_of(&tree, html), view_of(word));
}

static bool is_hidden(const char *html)
{
    struct tree tree = { 0 };

    return hidden_at_first(element_of(&tree, html));
}

static void words_come_one_after_another_and_end(void **state)
{
    palpate_view list = PALPATE_VIEW("  archive\tdate-12\n\npaged ");

    (void)state;
    assert_true(view_equals(class_list_next(&list), PALPATE_VIEW("archive")));
    assert_true(view_equals(class_list_next(&list), PALPATE_VIEW("date-12")));
    assert_true(view_equals(class_list_next(&list), PALPATE_VIEW("paged")));
    assert_int_equal(class_list_next(&list).size, 0);
    assert_int_equal(class_list_next(&list).size, 0);
}

static void a_class_is_a_whole_word(void **state)
{
    (void)state;
    assert_true(has("<p class=\"home archive\">x", "archive"));
    assert_true(has("<p class=\"home\narchive\">x", "archive"));
    assert_true(has("<p class=Archive>x", "archive"));
    assert_false(has("<p class=\"archives no-archive\">x", "archive"));
    assert_false(has("<p class=\"\">x", "archive"));
    assert_false(has("<p>x", "archive"));
    assert_false(has("<p id=archive>x", "archive"));
}

static void what_is_hidden_from_eyes_or_screen_readers_is_hidden_at_first(void **state)
{
    (void)state;
    assert_true(is_hidden("<p hidden>x"));
    assert_true(is_hidden("<p hidden=until-found>x"));
    assert_true(is_hidden("<p aria-hidden=true>x"));
    assert_true(is_hidden("<p style=\"color:red;DISPLAY:none\">x"));
    assert_true(is_hidden("<p style=\"display: none\">x"));
    assert_false(is_hidden("<p aria-hidden=false style=\"display:block\">x"));
    assert_false(is_hidden("<p>x"));
}

static int release(void **state)
{
    (void)state;
    arena_free(&arena);
    return 0;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(words_come_one_after_another_and_end),
        cmocka_unit_test(a_class_is_a_whole_word),
        cmocka_unit_test(what_is_hidden_from_eyes_or_screen_readers_is_hidden_at_first),
    };

    return cmocka_run_group_tests(tests, NULL, release);
}
