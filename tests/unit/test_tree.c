#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "core/buffer.h"
#include "core/view.h"
#include "indexer/article.h"
#include "indexer/html/tree.h"

static struct arena arena;
static struct tree tree;
static struct buffer html;

static int set_up(void **state)
{
    (void)state;
    tree_library_init();
    return 0;
}

static int tear_down(void **state)
{
    (void)state;
    arena_free(&arena);
    buffer_free(&html);
    return 0;
}

static void read_html(void)
{
    arena_clear(&arena);
    assert_false(html.failed);
    assert_int_equal(tree_read(&tree, &arena, buffer_view(&html), NULL), PALPATE_OK);
}

/* A page of three paragraphs with a script or style of `count` times `piece` after the
   first two. */
static void read_page_with(
        const char *start, const char *piece, unsigned count, const char *end)
{
    buffer_clear(&html);
    buffer_append_string(&html, "<body><p>one</p><p>two</p>");
    buffer_append_string(&html, start);
    for (unsigned i = 0; i < count; i++)
        buffer_append_string(&html, piece);
    buffer_append_string(&html, end);
    buffer_append_string(&html, "<p>three</p></body>");
    read_html();
}

static uint32_t count_of(enum tag tag)
{
    uint32_t count = 0;

    for (uint32_t i = 1; i < tree.count; i++)
        count += !tree.nodes[i].is_text && tree.nodes[i].tag == tag;
    return count;
}

static palpate_view text_of_last_paragraph(void)
{
    for (uint32_t i = tree.count; i-- > 1;)
        if (!tree.nodes[i].is_text && tree.nodes[i].tag == HTML_p)
            return tree_text(&tree, &arena, i);
    return (palpate_view){ NULL, 0 };
}

static void assert_page_goes_on(void)
{
    assert_int_equal(count_of(HTML_p), 3);
    assert_true(view_equals(text_of_last_paragraph(), PALPATE_VIEW("three")));
}

static void what_stands_in_scripts_is_no_markup_at_any_length(void **state)
{
    static const char *const PIECES[] = { "x", "a = '<p>no</p>';\n", "if (a </b/) b();",
        "</style><p>", "\xC3\xA4", "\xF0\x9F\x98\x80", "<\xE2\x82\xAC/", "</scrip" };

    (void)state;
    for (size_t i = 0; i < sizeof PIECES / sizeof *PIECES; i++) {
        for (unsigned count = 1; count < 3000; count += count < 40 ? 1 : 173) {
            read_page_with("<script>;", PIECES[i], count, "</script>");
            assert_page_goes_on();
            read_page_with("<script src=x>;", PIECES[i], count, "</ScRiPt >");
            assert_page_goes_on();
        }
    }
}

static void a_style_ends_with_its_own_tag(void **state)
{
    (void)state;
    for (unsigned count = 1; count < 300; count += 7) {
        read_page_with("<style>*{}", "</script>a{b:c}", count, "</style>");
        assert_page_goes_on();
    }
}

static void a_script_without_end_takes_the_rest_of_the_page(void **state)
{
    (void)state;
    read_page_with("<script>", "a = 1;\n", 1000, "");
    assert_int_equal(count_of(HTML_p), 2);
}

static void data_is_kept_whole_and_of_code_only_the_start(void **state)
{
    uint32_t script = 0;

    (void)state;
    read_page_with("<script type='application/LD+json'>", "[1,2,3]", 5000, "</script>");
    assert_page_goes_on();
    script = tree_find(&tree, 0, tree.count, HTML_script);
    assert_int_equal(tree_text(&tree, &arena, script).size, 7 * 5000);
    read_page_with("<script>", "a = 1;\n", 5000, "</script>");
    script = tree_find(&tree, 0, tree.count, HTML_script);
    assert_in_range(tree_text(&tree, &arena, script).size, 500, 2000);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_stands_in_scripts_is_no_markup_at_any_length),
        cmocka_unit_test(a_style_ends_with_its_own_tag),
        cmocka_unit_test(a_script_without_end_takes_the_rest_of_the_page),
        cmocka_unit_test(data_is_kept_whole_and_of_code_only_the_start),
    };

    return cmocka_run_group_tests(tests, set_up, tear_down);
}
