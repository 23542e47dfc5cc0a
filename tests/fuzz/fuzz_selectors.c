/* Any bytes are selectors, refused with a sentence or taken, and after a NUL a page of
   which they leave something out: no text of it is taken twice, and a page without
   content by the selectors has none. */
#include <stdlib.h>

#include "core/utf8.h"
#include "core/view.h"
#include "fuzz.h"
#include "indexer/html/selectors.h"

static size_t count_ignored(const struct tree *tree)
{
    size_t ignored = 0;

    for (uint32_t i = 0; i < tree->count; i++)
        ignored += tree->nodes[i].is_ignored;
    return ignored;
}

/* What is in an ignored element is ignored. */
static void require_whole(const struct tree *tree)
{
    for (uint32_t i = 0; i < tree->count; i++)
        if (tree->nodes[i].is_ignored && !tree->nodes[i].is_text)
            for (uint32_t k = i + 1; k < tree->nodes[i].end; k++)
                REQUIRE(tree->nodes[k].is_ignored);
}

static void mark(struct tree *tree, struct arena *arena, palpate_view html,
        const palpate_index_options *options)
{
    struct selectors selectors;

    REQUIRE(selectors_open(&selectors, arena, options, NULL) == PALPATE_OK);
    REQUIRE(tree_read(tree, arena, html, NULL) == PALPATE_OK);
    REQUIRE(selectors_mark(tree, arena, &selectors, NULL) == PALPATE_OK);
}

void fuzz_one(palpate_view bytes)
{
    struct arena arena = { 0 };
    palpate_view part = fuzz_part(&bytes);
    char *text = fuzz_string(part);
    const char *const texts[] = { text };
    const palpate_index_options without = { .ignores = texts, .ignore_count = 1 };
    const palpate_index_options only = { .contents = texts, .content_count = 1 };
    struct selectors selectors;
    struct tree tree;
    palpate_error err;

    if (selectors_open(&selectors, &arena, &without, &err) != PALPATE_OK) {
        REQUIRE(err.status == PALPATE_BAD_ARGUMENT);
        if (utf8_is_valid(part))
            fuzz_require_sentence(err.message);
    } else if (utf8_is_valid(bytes)) {
        mark(&tree, &arena, bytes, &without);
        require_whole(&tree);
        size_t named = count_ignored(&tree);
        mark(&tree, &arena, bytes, &only);
        /* Where no element has the selector, it has no effect either way. */
        REQUIRE(named > 0 || count_ignored(&tree) == 0);
    }
    arena_free(&arena);
    free(text);
}
