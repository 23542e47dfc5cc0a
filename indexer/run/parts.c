#include "indexer/run/parts.h"

#include <stdlib.h>

#include "core/fail.h"

/* A share of all, within bounds. */
static uint64_t share_of(uint64_t all, uint64_t least, uint64_t most)
{
    uint64_t share = all / PART_COUNT;

    if (share < least)
        return least;
    return share > most ? most : share;
}

static void settle_size(struct parts *parts)
{
    const struct source_list *sources = parts->sources;

    parts->part_bytes = PART_BYTES_STREAM;
    parts->part_pages = PART_PAGES;
    if (source_has_streams(sources))
        return;
    parts->part_bytes =
            share_of(source_file_bytes(sources), PART_BYTES_LEAST, MAX_PART_BYTES);
    parts->part_pages =
            share_of(source_file_count(sources), PART_PAGES_LEAST, PART_PAGES);
}

void parts_open(struct parts *parts, struct source_list *sources)
{
    size_t bytes = 0;
    uint64_t sampled = 0;

    *parts = (struct parts){ .sources = sources };
    settle_size(parts);
    while (parts->first_count < FIRST_PAGES && bytes < FIRST_BYTES &&
            source_next(sources, &parts->arena, &parts->first[parts->first_count]))
        bytes += parts->first[parts->first_count++].bytes.size;
    while (parts->sampled < parts->first_count && sampled < SAMPLED_BYTES)
        sampled += source_likely_size(&parts->first[parts->sampled++]);
}

void parts_close(struct parts *parts)
{
    arena_free(&parts->arena);
}

palpate_status part_open(struct part *part, palpate_error *err)
{
    *part = (struct part){ .pages = calloc(PART_PAGES, sizeof *part->pages) };
    return part->pages == NULL
                   ? fail(err, PALPATE_NO_MEMORY, "out of memory for a thread")
                   : PALPATE_OK;
}

void part_free(struct part *part)
{
    arena_free(&part->arena);
    free(part->pages);
}

static bool take_page(struct parts *parts, struct part *part, struct source_page *page)
{
    if (parts->taken == parts->first_count)
        return source_next(parts->sources, &part->arena, page);
    *page = parts->first[parts->taken++];
    return true;
}

bool parts_next(struct parts *parts, struct part *part)
{
    uint64_t bytes = 0;

    part->count = 0;
    arena_clear(&part->arena);
    while (part->count < parts->part_pages && bytes < parts->part_bytes &&
            take_page(parts, part, &part->pages[part->count]))
        bytes += source_likely_size(&part->pages[part->count++]);
    parts->seen += part->count;
    part->number = parts->count;
    parts->count += part->count > 0;
    return part->count > 0;
}
