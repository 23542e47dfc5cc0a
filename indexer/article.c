#include "indexer/article.h"

#include "core/fail.h"
#include "core/view.h"
#include "indexer/blocks.h"
#include "indexer/charset.h"
#include "indexer/content.h"
#include "indexer/fragment.h"
#include "indexer/metadata.h"
#include "indexer/passages.h"
#include "indexer/told.h"
#include "indexer/tree.h"

palpate_view origin_host(palpate_view url)
{
    size_t start = view_find(url, PALPATE_VIEW("://"));
    palpate_view rest = view_slice(url, start + 3, url.size);

    return start == url.size ? (palpate_view){ NULL, 0 }
                             : view_slice(rest, 0, view_find(rest, PALPATE_VIEW("/")));
}

/* From bytes to the blocks of the whole page. */
static palpate_status cut_page(struct tree *tree, struct blocks *blocks,
        struct arena *arena, palpate_view html, const struct page_origin *origin,
        palpate_error *err)
{
    palpate_view text = { NULL, 0 };
    palpate_status status =
            charset_decode(&text, arena, html, origin->content_type, err);

    if (status == PALPATE_OK)
        status = tree_read(tree, arena, text, err);
    return status == PALPATE_OK ? blocks_cut(blocks, arena, tree, err) : status;
}

palpate_status article_hear(struct chorus_voice *out, struct arena *arena,
        palpate_view html, const struct page_origin *origin, palpate_error *err)
{
    struct tree tree;
    struct blocks blocks;
    palpate_status status = cut_page(&tree, &blocks, arena, html, origin, err);

    if (status == PALPATE_OK &&
            !chorus_hear(out, arena, origin_host(origin->url), &blocks))
        status = fail(err, PALPATE_NO_MEMORY, "out of memory for what a page says");
    return status;
}

/* Whether a script builds the page, which says little more than that it needs one.
   Where the page asks to leave some of its text out, JSON-LD must not bring it back. */
static bool shows_little(const struct article *article, const struct blocks *blocks)
{
    enum { TIMES = 4 };

    for (uint32_t i = 0; i < blocks->count; i++)
        if (blocks->items[i].is_ignored)
            return false;
    return article->told.size / TIMES > article->text.size;
}

palpate_status article_read(struct article *article, struct arena *arena,
        palpate_view html, const struct page_origin *origin, palpate_error *err)
{
    struct tree tree;
    struct content content;
    struct blocks blocks;
    palpate_status status = cut_page(&tree, &blocks, arena, html, origin, err);

    *article = (struct article){ .verdict = PAGE_INDEXED };
    if (status == PALPATE_OK)
        status = metadata_read(article, arena, &tree, origin, err);
    if (status == PALPATE_OK)
        status = content_judge(&content, arena, &tree, &blocks, origin, err);
    if (status == PALPATE_OK)
        status = passages_cut(article, arena, &content, err);
    if (status == PALPATE_OK)
        status = fragments_make(article, arena, &tree, &blocks, err);
    if (status == PALPATE_OK && shows_little(article, &blocks))
        status = told_read(article, arena, origin, err);
    if (article->verdict == PAGE_INDEXED && article->passage_count == 0)
        article->verdict = PAGE_EMPTY;
    return status;
}
