#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "core/buffer.h"
#include "core/view.h"
#include "fixture_page.h"
#include "indexer/html/blocks.h"
#include "indexer/html/streamed.h"
#include "indexer/html/tree.h"

static struct arena arena;

static int tear_down(void **state)
{
    (void)state;
    arena_free(&arena);
    return 0;
}

static void assert_read(const char *html, const char *text)
{
    struct tree tree;
    struct blocks blocks;
    struct buffer all = { 0 };

    arena_clear(&arena);
    assert_int_equal(tree_read(&tree, &arena, view_of(html), NULL), PALPATE_OK);
    assert_true(streamed_place(&tree, &arena));
    for (uint32_t i = 1; i < tree.count; i++) {
        const struct node *node = &tree.nodes[i];
        assert_true(node->parent < i && tree.nodes[node->parent].end >= node->end);
        assert_true(node->end > i && node->end <= tree.count);
    }
    assert_int_equal(blocks_cut(&blocks, &arena, &tree, NULL), PALPATE_OK);
    for (uint32_t i = 0; i < blocks.count; i++) {
        buffer_append_string(&all, i > 0 ? "/" : "");
        buffer_append(&all, blocks.items[i].text);
    }
    page_assert(buffer_view(&all), text);
    buffer_free(&all);
}

static void a_late_part_replaces_what_is_shown_meanwhile(void **state)
{
    (void)state;
    assert_read(
            "<h1>Hip</h1><!--$?--><template id=B:0></template><p>Wait</p><!--/$-->"
            "<p>End</p><div hidden id=S:0><p>Rest it.</p></div><script>$RC()</script>",
            "Hip/Rest it./End");
    assert_read("<h1>Hip</h1><!--$?--><template id=B:a></template><p>Wait</p>"
                "<!--$--><p>Loading</p><!--/$--><p>Soon</p><!--/$--><p>End</p>"
                "<div hidden id=S:a><p>Rest it.</p></div>",
            "Hip/Rest it./End");
    assert_read("<ul><!--$?--><template id=:r:B:0></template><!--/$--><li>two</ul>"
                "<div hidden id=:r:S:0><li>one</li></div>",
            "one/two");
    assert_read(
            "<p>one</p><template id=pl-0-0></template><p>Wait</p><!--pl-0-0--><p>three"
            "</p><template id=0-0><p>two</p></template>",
            "one/two/three");
}

static void late_parts_stand_in_one_another(void **state)
{
    (void)state;
    assert_read("<main><!--$?--><template id=B:0></template>Wait<!--/$--></main>foot"
                "<div hidden id=S:0><h1>Hip</h1><template id=P:1></template>"
                "<h2>Help</h2><!--$?--><template id=B:2></template>Wait<!--/$--></div>"
                "<div hidden id=S:1><p>one</p></div>"
                "<div hidden id=S:2><p>two</p></div>",
            "Hip/one/Help/two/foot");
}

static void what_does_not_come_out_even_stays_as_it_is(void **state)
{
    (void)state;
    assert_read("<!--$?--><template id=B:0></template>Wait<!--/$--> foot", "Wait foot");
    assert_read("<!--$-->one<!--/$--><div hidden id=S:0>two</div>", "one/two");
    assert_read("<div hidden id=S:0>a<!--$?--><template "
                "id=B:0></template>b<!--/$-->c</div>",
            "abc");
    assert_read("<!--$?--><template id=B:0></template>a<template id=B:1></template>b"
                "<div hidden id=S:0>x</div><div hidden id=S:1>y</div>",
            "xayb");
    assert_read("<!--$5 off--><p>one</p><!--/$-->two", "one/two");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_late_part_replaces_what_is_shown_meanwhile),
        cmocka_unit_test(late_parts_stand_in_one_another),
        cmocka_unit_test(what_does_not_come_out_even_stays_as_it_is),
    };

    tree_library_init();
    return cmocka_run_group_tests(tests, NULL, tear_down);
}
