#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "core/buffer.h"
#include "core/view.h"
#include "indexer/html/selectors.h"

static struct arena arena;

static palpate_status open_ignores(
        struct selectors *out, const char *selector, palpate_error *err)
{
    const char *const texts[] = { selector };
    const palpate_index_options options = { .ignores = texts, .ignore_count = 1 };

    return selectors_open(out, &arena, &options, err);
}

/* What is left of the text of a page. */
static void assert_left(
        const char *html, const char *content, const char *ignore, const char *expected)
{
    const palpate_index_options options = { .contents = &content,
        .content_count = content != NULL,
        .ignores = &ignore,
        .ignore_count = ignore != NULL };
    struct selectors selectors;
    struct buffer left = { 0 };
    struct tree tree;

    assert_int_equal(selectors_open(&selectors, &arena, &options, NULL), PALPATE_OK);
    assert_int_equal(tree_read(&tree, &arena, view_of(html), NULL), PALPATE_OK);
    assert_int_equal(selectors_mark(&tree, &arena, &selectors, NULL), PALPATE_OK);
    for (uint32_t i = 0; i < tree.count; i++)
        if (tree.nodes[i].is_text && !tree.nodes[i].is_ignored)
            buffer_append(&left, view_trim(tree.nodes[i].text));
    buffer_append_byte(&left, '\0');
    assert_string_equal(left.data, expected);
    buffer_free(&left);
    arena_clear(&arena);
}

static void an_element_is_named_by_name_class_id_and_attribute(void **state)
{
    static const char HTML[] =
            "<p>a</p><DIV class='x note y'>b</DIV><i id=c>c</i>"
            "<b role=note>d</b><b role>e</b><div class=notes>f</div>";

    (void)state;
    assert_left(HTML, NULL, "div", "acde");
    assert_left(HTML, NULL, ".note", "acdef");
    assert_left(HTML, NULL, "#c", "abdef");
    assert_left(HTML, NULL, "[role]", "abcf");
    assert_left(HTML, NULL, "[role=note]", "abcef");
    assert_left(HTML, NULL, "[role=\"note\"]", "abcef");
    assert_left(HTML, NULL, "p, i ,.note", "def");
    assert_left(HTML, NULL, "", "abcdef");
}

static void tests_without_a_space_are_of_one_element(void **state)
{
    (void)state;
    assert_left(
            "<p class=x>a</p><div class=x>b</div><div>c</div>", NULL, "div.x", "ac");
    assert_left(
            "<p class='x y'>a</p><p class=x>b</p><p class=y>c</p>", NULL, ".x.y", "bc");
    assert_left("<p id=a class=x>a</p><p id=a>b</p>", NULL, "p.x#a[class]", "b");
}

static void a_space_leads_into_elements_however_deep(void **state)
{
    (void)state;
    assert_left(
            "<p>a</p><footer><div><p>b</p></div>c</footer>", NULL, "footer p", "ac");
    assert_left("<div class=x><div><i>a</i></div></div><div><i>b</i></div>", NULL,
            ".x div i", "b");
    assert_left("<div class=x><i>a</i></div>", NULL, ".x div i", "a");
    assert_left("<ul><li>a<ul><li>b</ul></ul>", NULL, "ul ul", "a");
}

static void of_a_page_with_content_nothing_else_is_left(void **state)
{
    static const char HTML[] = "<p>a</p><main>b<p class=ad>c</p></main><p>d</p>";

    (void)state;
    assert_left(HTML, "main", NULL, "bc");
    assert_left(HTML, "main", ".ad", "b");
    assert_left(HTML, "main, p", ".ad", "abd");
    assert_left(HTML, ".entry", ".ad", "abd");
}

static void what_is_no_selector_is_refused_and_named(void **state)
{
    static const char *const WRONG[] = { "p > i", "a:hover", "*", "[role", "[=x]", ".",
        "#", "p,", ",p", "p..x", "[a=\"b]", "<p>" };

    (void)state;
    for (size_t i = 0; i < sizeof WRONG / sizeof *WRONG; i++) {
        struct selectors selectors;
        palpate_error err = { PALPATE_OK, "" };
        if (open_ignores(&selectors, WRONG[i], &err) != PALPATE_BAD_ARGUMENT)
            fail_msg("%s is taken for a selector", WRONG[i]);
        assert_non_null(strstr(err.message, WRONG[i]));
    }
}

static int end(void **state)
{
    (void)state;
    arena_free(&arena);
    return 0;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(an_element_is_named_by_name_class_id_and_attribute),
        cmocka_unit_test(tests_without_a_space_are_of_one_element),
        cmocka_unit_test(a_space_leads_into_elements_however_deep),
        cmocka_unit_test(of_a_page_with_content_nothing_else_is_left),
        cmocka_unit_test(what_is_no_selector_is_refused_and_named),
    };

    tree_library_init();
    return cmocka_run_group_tests(tests, NULL, end);
}
