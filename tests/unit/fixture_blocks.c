#include "fixture_blocks.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>

#include <cmocka.h>

#include "core/buffer.h"
#include "core/view.h"
#include "fixture_page.h"
#include "indexer/html/blocks.h"
#include "indexer/html/formula.h"
#include "indexer/html/text_nodes.h"
#include "indexer/html/tree.h"
#include "indexer/html/unread.h"

static struct arena arena;

void blocks_assert(const struct block_page *pages, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        struct tree tree;
        struct blocks blocks;
        struct buffer all = { 0 };
        arena_clear(&arena);
        assert_int_equal(
                tree_read(&tree, &arena, view_of(pages[i].html), NULL), PALPATE_OK);
        assert_true(formulas_write(&tree, &arena));
        unread_mark(&tree);
        assert_int_equal(blocks_cut(&blocks, &arena, &tree, NULL), PALPATE_OK);
        for (uint32_t k = 0; k < blocks.count; k++) {
            buffer_append_string(&all, k > 0 ? "/" : "");
            buffer_append(&all, blocks.items[k].text);
        }
        page_assert(buffer_view(&all), pages[i].blocks);
        buffer_free(&all);
    }
}

int blocks_set_up(void **state)
{
    return page_set_up(state);
}

int blocks_tear_down(void **state)
{
    arena_free(&arena);
    return page_tear_down(state);
}
