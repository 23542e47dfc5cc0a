#include "fuzz_pdf_page.h"

#include "core/utf8.h"
#include "core/view.h"
#include "fuzz.h"
#include "indexer/html/tree.h"
#include "pdf/pdf_html.h"
#include "pdf/pdf_layout.h"

/* Elements of the frame around the blocks of a page, and of the blocks. */
static bool is_made(const struct node *node)
{
    static const palpate_view NAMES[] = { PALPATE_VIEW_INIT("html"),
        PALPATE_VIEW_INIT("head"), PALPATE_VIEW_INIT("meta"),
        PALPATE_VIEW_INIT("title"), PALPATE_VIEW_INIT("body"),
        PALPATE_VIEW_INIT("main"), PALPATE_VIEW_INIT("article"),
        PALPATE_VIEW_INIT("ul"), PALPATE_VIEW_INIT("li"), PALPATE_VIEW_INIT("p"),
        PALPATE_VIEW_INIT("h1"), PALPATE_VIEW_INIT("h2"), PALPATE_VIEW_INIT("h3"),
        PALPATE_VIEW_INIT("h4"), PALPATE_VIEW_INIT("h5"), PALPATE_VIEW_INIT("h6") };

    for (size_t i = 0; i < sizeof NAMES / sizeof *NAMES; i++)
        if (view_equals(node->text, NAMES[i]))
            return true;
    return false;
}

static void require_blocks(
        const struct pdf_blocks *blocks, const struct pdf_lines *lines)
{
    REQUIRE(blocks->count <= lines->count);
    for (size_t i = 0; i < blocks->count; i++) {
        const struct pdf_block *block = &blocks->items[i];
        REQUIRE(block->text.size > 0 && utf8_is_valid(block->text));
        REQUIRE(block->kind != PDF_HEADING || (block->level >= 1 && block->level <= 6));
        REQUIRE(block->page >= 1);
    }
}

void fuzz_require_pdf_page(const struct pdf_lines *lines, struct arena *arena)
{
    struct buffer html = { 0 };
    struct pdf_blocks blocks;
    struct tree tree;
    size_t made = 0;

    tree_library_init();
    REQUIRE(pdf_layout(&blocks, arena, lines));
    require_blocks(&blocks, lines);
    pdf_html(&html, lines, &blocks);
    REQUIRE(!html.failed && utf8_is_valid(buffer_view(&html)));
    if (html.size <= TREE_MAX_SIZE) {
        REQUIRE(tree_read(&tree, arena, buffer_view(&html), NULL) == PALPATE_OK);
        for (uint32_t i = 1; i < tree.count; i++) {
            REQUIRE(tree.nodes[i].is_text || is_made(&tree.nodes[i]));
            made += node_attribute(&tree.nodes[i], PALPATE_VIEW("id")).size > 0;
        }
        REQUIRE(made == blocks.count || tree.is_cut);
    }
    buffer_free(&html);
}
