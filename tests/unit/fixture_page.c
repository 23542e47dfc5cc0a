#include "fixture_page.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "core/view.h"
#include "indexer/html/tree.h"
#include "indexer/html/unread.h"
#include "indexer/metadata/metadata.h"

static struct arena arena;
static struct article article;

const struct article *page_metadata(const char *html, const char *url)
{
    const struct page_origin origin = { .url = view_of(url) };
    struct tree tree;

    arena_clear(&arena);
    article = (struct article){ .verdict = PAGE_INDEXED };
    assert_int_equal(tree_read(&tree, &arena, view_of(html), NULL), PALPATE_OK);
    unread_mark(&tree);
    assert_int_equal(metadata_read(&article, &arena, &tree, &origin, NULL), PALPATE_OK);
    return &article;
}

const struct article *page_of_clinic(const char *html)
{
    return page_metadata(html, "https://clinic.example/knee");
}

void page_assert(palpate_view is, const char *expected)
{
    if (!view_equals(is, view_of(expected)))
        fail_msg("<%.*s> is not <%s>", (int)is.size, is.data, expected);
}

void page_assert_byline(const char *html, const char *expected)
{
    page_assert(page_of_clinic(html)->facts.byline, expected);
}

void page_assert_published(const char *html, const char *expected)
{
    page_assert(page_of_clinic(html)->facts.published, expected);
}

int page_set_up(void **state)
{
    (void)state;
    tree_library_init();
    return 0;
}

int page_tear_down(void **state)
{
    (void)state;
    arena_free(&arena);
    return 0;
}
