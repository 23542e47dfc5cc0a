#include "indexer/article.h"

#include "core/fail.h"
#include "core/view.h"
#include "indexer/reading.h"

palpate_view origin_host(palpate_view url)
{
    size_t start = view_find(url, PALPATE_VIEW("://"));
    palpate_view rest = view_slice(url, start + 3, url.size);

    return start == url.size ? (palpate_view){ NULL, 0 }
                             : view_slice(rest, 0, view_find(rest, PALPATE_VIEW("/")));
}

palpate_status article_hear(struct chorus_voice *out, struct arena *arena,
        palpate_view html, const struct page_origin *origin, palpate_error *err)
{
    struct page_reading reading;
    palpate_status status = page_reading_cut(&reading, arena, html, origin, err);

    if (status == PALPATE_OK &&
            !chorus_hear(out, arena, origin_host(origin->url), &reading.blocks))
        status = fail(err, PALPATE_NO_MEMORY, "out of memory for what a page says");
    return status;
}

palpate_status article_read(struct article *article, struct arena *arena,
        palpate_view html, const struct page_origin *origin, palpate_error *err)
{
    struct page_reading reading;
    palpate_status status = page_reading_make(&reading, arena, html, origin, err);

    *article = reading.article;
    return status;
}
