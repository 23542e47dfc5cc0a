#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "core/view.h"
#include "indexer/html/blocks.h"
#include "indexer/html/tree.h"

static struct arena arena;

/* Bytes of links in the first block of a page. */
static uint32_t links_of(const char *html)
{
    struct tree tree;
    struct blocks blocks;

    arena_clear(&arena);
    assert_int_equal(tree_read(&tree, &arena, view_of(html), NULL), PALPATE_OK);
    assert_int_equal(blocks_cut(&blocks, &arena, &tree, NULL), PALPATE_OK);
    assert_true(blocks.count > 0);
    return blocks.items[0].links;
}

static void a_heading_that_links_to_itself_is_no_link(void **state)
{
    (void)state;
    assert_int_equal(links_of("<h2 id=a><a href='#a'>The knee</a></h2>"), 0);
    assert_int_equal(links_of("<h2><span><a href=' #a'>The knee</a></span></h2>"), 0);
}

static void an_anchor_in_a_heading_is_no_link(void **state)
{
    (void)state;
    assert_int_equal(links_of("<h2><a name=a>The knee</a></h2>"), 0);
    assert_int_equal(links_of("<h2><a id=a>The knee</a></h2>"), 0);
}

static void a_heading_that_links_to_another_page_is_one(void **state)
{
    (void)state;
    assert_int_equal(links_of("<h2><a href='/knee'>The knee</a></h2>"), 8);
    assert_int_equal(links_of("<h2><a href='/knee#a'>The knee</a></h2>"), 8);
}

static void an_entry_of_a_table_of_contents_is_a_link(void **state)
{
    (void)state;
    assert_int_equal(links_of("<ul><li><a href='#a'>The knee</a></li></ul>"), 8);
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
        cmocka_unit_test(a_heading_that_links_to_itself_is_no_link),
        cmocka_unit_test(an_anchor_in_a_heading_is_no_link),
        cmocka_unit_test(a_heading_that_links_to_another_page_is_one),
        cmocka_unit_test(an_entry_of_a_table_of_contents_is_a_link),
    };

    return cmocka_run_group_tests(tests, NULL, tear_down);
}
