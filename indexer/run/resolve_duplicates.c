#include "indexer/run/resolve_duplicates.h"

#include <stdlib.h>

#include "core/fail.h"
#include "indexer/run/fold.h"
#include "indexer/run/placing.h"
#include "indexer/shard/merge.h"
#include "indexer/shard/shard.h"

static int by_part(const void *left, const void *right)
{
    const struct indexed_page *a = left;
    const struct indexed_page *b = right;

    if (a->part != b->part)
        return a->part < b->part ? -1 : 1;
    return (a->order > b->order) - (a->order < b->order);
}

/* Marks the pages that say what another one says, and names it to them. */
static palpate_status fold_texts(
        struct indexed_page *pages, size_t count, palpate_error *err)
{
    struct catalog_entry **entries = calloc(count + 1, sizeof(struct catalog_entry *));
    size_t used = 0;

    if (entries == NULL)
        return fail(err, PALPATE_NO_MEMORY, "out of memory for comparing pages");
    for (size_t i = 0; i < count; i++)
        if (pages[i].entry.outcome == OUTCOME_INDEXED)
            entries[used++] = &pages[i].entry;
    palpate_status status = fold_decide(entries, used, err);
    free(entries);
    for (size_t i = 0; status == PALPATE_OK && i < count; i++) {
        if (pages[i].entry.outcome != OUTCOME_INDEXED ||
                pages[i].entry.keeper.size == 0)
            continue;
        pages[i].gives_way = true;
        pages[i].entry.outcome = OUTCOME_FOLDED;
    }
    return status;
}

static void report_left_out(
        struct run *run, const struct indexed_page *pages, size_t count)
{
    char why[FOLD_WHY_SIZE];

    for (size_t i = 0; i < count; i++) {
        const struct source_page source = { .name = pages[i].entry.id };
        if (pages[i].entry.outcome == OUTCOME_INDEXED)
            continue;
        fold_write_why(why, &pages[i].entry);
        run_report(run, &source, &pages[i].entry, why);
    }
}

static palpate_status drop_page(
        struct shard *shard, const struct indexed_page *indexed, palpate_error *err)
{
    palpate_status status = shard_remove(shard, indexed->entry.article, err);

    return status == PALPATE_OK ? shard_note(shard, &indexed->entry, err) : status;
}

/* The pages of one database. */
struct place {
    struct run *run;
    struct page_reader *reader;
    struct indexed_page *pages;
    size_t count;
    struct shard *shard; /* NULL until something changes */
    char path[INDEX_PATH];
};

static palpate_status open_place(struct place *place, palpate_error *err)
{
    return place->shard == NULL ? shard_open(&place->shard, place->path,
                                          buffer_view(&place->run->dictionary), err)
                                : PALPATE_OK;
}

static palpate_status close_place(
        struct place *place, palpate_status status, palpate_error *err)
{
    if (status == PALPATE_OK && place->shard != NULL)
        status = shard_commit(place->shard, err);
    shard_close(place->shard);
    place->shard = NULL;
    return status;
}

/* Takes what gives way to another text out of one database. */
static palpate_status clear_place(struct place *place, palpate_error *err)
{
    palpate_status status = PALPATE_OK;

    for (size_t i = 0; status == PALPATE_OK && i < place->count; i++) {
        if (!place->pages[i].gives_way)
            continue;
        status = open_place(place, err);
        if (status == PALPATE_OK)
            status = drop_page(place->shard, &place->pages[i], err);
    }
    return close_place(place, status, err);
}

static bool is_placed(const struct catalog_entry *entry)
{
    return entry->outcome == OUTCOME_INDEXED ? entry->article == entry->belongs
                                             : entry->belongs == 0;
}

/* Takes out what is not at its address.  In a database that several parts were merged
   into, another page may have had the same one, and goes with it: it is read again. */
static palpate_status empty_addresses(struct place *place, palpate_error *err)
{
    palpate_status status = PALPATE_OK;

    for (size_t i = 0; status == PALPATE_OK && i < place->count; i++) {
        struct catalog_entry *entry = &place->pages[i].entry;
        if (entry->outcome != OUTCOME_INDEXED || is_placed(entry))
            continue;
        uint64_t article = entry->article;
        status = open_place(place, err);
        if (status == PALPATE_OK)
            status = shard_remove(place->shard, article, err);
        for (size_t k = 0; k < place->count; k++)
            if (place->pages[k].entry.article == article)
                place->pages[k].entry.outcome = OUTCOME_DUPLICATE;
        if (status == PALPATE_OK)
            status = shard_note(place->shard, entry, err);
    }
    return status;
}

/* Reads a page again and adds it at its address. */
static palpate_status add_again(
        struct place *place, struct indexed_page *indexed, palpate_error *err)
{
    uint64_t belongs = indexed->entry.belongs;
    struct source_page source;
    struct page page = { .why = NULL };

    if (!source_file_of(place->run->sources, indexed->entry.id, &source))
        return PALPATE_OK; /* a line is never moved */
    arena_clear(&place->reader->arena);
    palpate_status status =
            page_load(&page.entry, place->reader, &source, &page.failure);
    if (status == PALPATE_OK)
        status = page_read(&page, place->reader, &source, &page.failure);
    if (status != PALPATE_OK && status != PALPATE_BAD_INPUT)
        return fail(err, status, "%s", page.failure.message);
    page.entry.id = indexed->entry.id;
    indexed->entry = page.entry;
    indexed->entry.why = "it changed while it was read";
    if (page.entry.outcome != OUTCOME_INDEXED)
        return PALPATE_OK;
    page_put(&page, belongs == page.entry.place || page.claim.size == 0);
    indexed->entry = page.entry;
    indexed->entry.belongs = belongs;
    status = open_place(place, err);
    if (status == PALPATE_OK)
        status = shard_add(
                place->shard, &page.article, page.url, page.entry.article, err);
    return status == PALPATE_OK ? shard_note(place->shard, &indexed->entry, err)
                                : status;
}

/* Gives the pages of one database their addresses. */
static palpate_status move_place(struct place *place, palpate_error *err)
{
    palpate_status status = empty_addresses(place, err);

    for (size_t i = 0; status == PALPATE_OK && i < place->count; i++)
        if (!is_placed(&place->pages[i].entry))
            status = add_again(place, &place->pages[i], err);
    return close_place(place, status, err);
}

static size_t count_of_place(
        const struct indexed_page *pages, size_t count, uint32_t parts)
{
    uint32_t place = merge_place(pages->part, parts);
    size_t same = 0;

    while (same < count && merge_place(pages[same].part, parts) == place)
        same++;
    return same;
}

typedef palpate_status work_of_place(struct place *place, palpate_error *err);

/* Works on one database after another; `pages` are sorted by part. */
static palpate_status for_each_place(work_of_place *work, const struct place *all,
        uint32_t parts, palpate_error *err)
{
    palpate_status status = PALPATE_OK;

    for (size_t i = 0; status == PALPATE_OK && i < all->count;) {
        struct place place = *all;
        place.pages = &all->pages[i];
        place.count = count_of_place(place.pages, all->count - i, parts);
        merge_place_path(
                place.path, all->run->generation.fresh, place.pages->part, parts);
        status = work(&place, err);
        i += place.count;
    }
    return status;
}

/* Decides which page has which address. */
static palpate_status place_pages(
        struct indexed_page *pages, size_t count, palpate_error *err)
{
    struct catalog_entry **entries = calloc(count + 1, sizeof(struct catalog_entry *));

    if (entries == NULL)
        return fail(err, PALPATE_NO_MEMORY, "out of memory for comparing pages");
    for (size_t i = 0; i < count; i++)
        entries[i] = &pages[i].entry;
    palpate_status status = placing_decide(entries, count, err);
    free(entries);
    return status;
}

static void count_pages(
        palpate_index_summary *summary, const struct indexed_page *pages, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        bool is_in = pages[i].entry.outcome == OUTCOME_INDEXED;
        summary->pages += is_in;
        summary->passages += is_in ? pages[i].entry.passages : 0;
    }
    summary->added = summary->pages;
}

palpate_status resolve_duplicates(struct run *run, struct page_reader *reader,
        struct indexed_page *pages, size_t count, uint32_t parts, palpate_error *err)
{
    const struct place all = {
        .run = run, .reader = reader, .pages = pages, .count = count
    };

    if (count > 1)
        qsort(pages, count, sizeof *pages, by_part);
    const char *doubt = NULL;
    palpate_status status = place_pages(pages, count, err);
    for (size_t i = 0; status == PALPATE_OK && i < count; i++)
        if ((doubt = placing_doubt(&pages[i].entry)) != NULL)
            run_remark(run, pages[i].entry.id, doubt);
    if (status == PALPATE_OK)
        status = for_each_place(move_place, &all, parts, err);
    if (status == PALPATE_OK)
        status = fold_texts(pages, count, err);
    if (status != PALPATE_OK)
        return status;
    report_left_out(run, pages, count);
    status = for_each_place(clear_place, &all, parts, err);
    count_pages(run->summary, pages, count);
    return status;
}
