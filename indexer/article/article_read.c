#include "indexer/article/article_read.h"

#include "core/address.h"
#include "core/fail.h"
#include "indexer/article/reading.h"

static palpate_status cut_and_hash(struct page_reading *reading,
        struct block_hashes *out, struct arena *arena, palpate_view html,
        const struct page_origin *origin, palpate_error *err)
{
    palpate_status status = page_reading_cut(reading, arena, html, origin, err);

    if (status == PALPATE_OK && !shared_blocks_collect(out, arena,
                                        address_host(origin->url), &reading->blocks))
        status = fail(err, PALPATE_NO_MEMORY, "out of memory for what a page says");
    return status;
}

palpate_status article_block_hashes(struct block_hashes *out, struct arena *arena,
        palpate_view html, const struct page_origin *origin, palpate_error *err)
{
    struct page_reading reading;

    return cut_and_hash(&reading, out, arena, html, origin, err);
}

palpate_status article_read_hashed(struct block_hashes *out, struct article *article,
        struct arena *arena, palpate_view html, const struct page_origin *origin,
        palpate_error *err)
{
    struct page_reading reading;
    palpate_status status = cut_and_hash(&reading, out, arena, html, origin, err);

    if (status == PALPATE_OK)
        status = page_reading_judge(&reading, arena, origin, err);
    if (status == PALPATE_OK)
        *article = reading.article;
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
