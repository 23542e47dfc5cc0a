#include <stdlib.h>
#include <string.h>

#include "core/fail.h"
#include "core/items.h"
#include "core/view.h"
#include "indexer/run/build.h"
#include "indexer/run/placing.h"
#include "indexer/shard/merge.h"

static const char SAME_ADDRESS[] = "left out: another page has the same address";

/* Takes the next pages of the sources; false when there are none or it is over. */
static bool take_part(struct worker *worker)
{
    struct build *build = worker->build;

    worker->page_count = 0;
    table_clear(&worker->table);
    (void)pthread_mutex_lock(&build->lock);
    bool has_part = !build->is_over && parts_next(&build->parts, &worker->part);
    (void)pthread_mutex_unlock(&build->lock);
    return has_part;
}

/* The slot of the page at an address, or where it would be put. */
static struct table_slot *page_slot(const struct worker *worker, uint64_t article)
{
    struct table_slot *slot = table_first(&worker->table, article);

    for (; slot->number != 0; slot = table_next(&worker->table, slot)) {
        const struct catalog_entry *entry = &worker->pages[slot->number - 1].entry;
        if (entry->article == article && entry->outcome == OUTCOME_INDEXED)
            break;
    }
    return slot;
}

static void take_address(
        struct worker *worker, const struct catalog_entry *entry, uint32_t order)
{
    worker->pages[worker->page_count++] = (struct indexed_page){
        .entry = *entry, .part = worker->part.number, .order = order
    };
    if (entry->outcome == OUTCOME_INDEXED)
        table_put(&worker->table, page_slot(worker, entry->article), entry->article,
                worker->page_count);
}

/* Finds an address that no page of the part has yet: in a database it must be of one.
   Which page has which in the end is decided once all are read.  A file that has the
   address of a line makes room, since a line cannot be read again. */
static palpate_status put_in_part(struct worker *worker, struct page *page,
        const struct source_page *source, palpate_error *err)
{
    if (page_slot(worker, page->entry.article)->number != 0 && page->claim.size > 0)
        page_put(page, true);
    uint32_t number = page_slot(worker, page->entry.article)->number;
    if (number == 0)
        return PALPATE_OK;
    struct catalog_entry *other = &worker->pages[number - 1].entry;
    if (source->is_file) {
        page->entry.outcome = OUTCOME_DUPLICATE;
        return PALPATE_OK;
    }
    other->outcome = OUTCOME_DUPLICATE;
    palpate_status status = shard_remove(worker->shard, other->article, err);
    return status == PALPATE_OK ? shard_note(worker->shard, other, err) : status;
}

static palpate_status read_and_add(struct worker *worker, struct page *page,
        struct source_page *source, palpate_error *err)
{
    palpate_status status = page_read(page, &worker->reader, source, err);

    if (status == PALPATE_OK && page->entry.outcome == OUTCOME_INDEXED)
        status = put_in_part(worker, page, source, err);
    if (status == PALPATE_OK && page->entry.outcome == OUTCOME_INDEXED)
        status = shard_add(
                worker->shard, &page->article, page->url, page->entry.article, err);
    return status;
}

/* Reads a page and puts it into the shard. */
static palpate_status store_page(struct worker *worker, struct page *page,
        struct source_page *source, palpate_error *err)
{
    struct large_pages *large = &worker->build->large;
    palpate_status status = page_load(&page->entry, &worker->reader, source, err);

    if (status == PALPATE_OK) {
        uint64_t size = source->bytes.size;
        large_pages_enter(large, size);
        status = read_and_add(worker, page, source, err);
        if (size >= LARGE_PAGE)
            page_reader_free(&worker->reader);
        large_pages_leave(large, size);
    }
    if (status == PALPATE_BAD_INPUT) {
        page->why = err->message;
        status = PALPATE_OK;
    }
    return status == PALPATE_OK ? shard_note(worker->shard, &page->entry, err) : status;
}

static palpate_status index_page(
        struct worker *worker, uint32_t order, palpate_error *err)
{
    struct run *run = worker->build->run;
    struct source_page *source = &worker->part.pages[order];
    struct page page = { .why = NULL };
    palpate_error inner = { 0 };

    arena_clear(&worker->reader.arena);
    if (source->is_repeated) {
        page.entry.outcome = OUTCOME_DUPLICATE;
        run_report(run, source, &page.entry, SAME_ADDRESS);
        return PALPATE_OK;
    }
    palpate_status status = store_page(worker, &page, source, &inner);
    if (status != PALPATE_OK)
        return fail(err, status, "%s", inner.message);
    if (placing_counts(&page.entry))
        take_address(worker, &page.entry, order);
    else
        run_report(run, source, &page.entry, page.why);
    (void)pthread_mutex_lock(&run->lock);
    run->summary->read++;
    run->summary->source_bytes += source->bytes.size;
    (void)pthread_mutex_unlock(&run->lock);
    run_step(run);
    return PALPATE_OK;
}

/* Hands the part's pages to the build. */
static bool keep_pages(struct worker *worker)
{
    struct build *build = worker->build;

    for (uint32_t i = 0; i < worker->page_count; i++) {
        struct indexed_page page = worker->pages[i];
        page.entry.id = arena_copy(&build->arena, page.entry.id);
        if (page.entry.id.data == NULL ||
                !items_grow((void **)&build->pages, &build->page_room,
                        build->page_count, sizeof page))
            return false;
        build->pages[build->page_count++] = page;
    }
    return true;
}

/* Counts the part; `*is_whole` says whether its group is there with it. */
static bool count_part(struct worker *worker, bool *is_whole)
{
    struct build *build = worker->build;
    uint32_t group = worker->part.number / GROUP_PARTS;
    size_t room = build->group_room;

    while (group >= build->group_room) {
        if (!arena_grow(&build->arena, (void **)&build->built, &build->group_room,
                    build->group_room, sizeof *build->built))
            return false;
        memset(build->built + room, 0,
                (build->group_room - room) * sizeof *build->built);
        room = build->group_room;
    }
    *is_whole = ++build->built[group] == GROUP_PARTS;
    return true;
}

/* Hands over a part that is built, and merges its group when that is whole. */
static palpate_status hand_over(struct worker *worker, palpate_error *err)
{
    struct build *build = worker->build;
    bool is_whole = false;

    (void)pthread_mutex_lock(&build->lock);
    bool is_kept = keep_pages(worker) && count_part(worker, &is_whole);
    (void)pthread_mutex_unlock(&build->lock);
    if (!is_kept)
        return fail(err, PALPATE_NO_MEMORY, "out of memory for the pages");
    return is_whole ? merge_group(build->run->generation.fresh,
                              worker->part.number / GROUP_PARTS, err)
                    : PALPATE_OK;
}

static palpate_status index_part(struct worker *worker, palpate_error *err)
{
    char path[INDEX_PATH];
    palpate_status status = PALPATE_OK;

    merge_part_path(path, worker->build->run->generation.fresh, worker->part.number);
    status = worker->shard == NULL
                     ? shard_create(&worker->shard, path, false,
                               buffer_view(&worker->build->run->dictionary), err)
                     : shard_start_over(worker->shard, path, err);
    for (uint32_t i = 0; status == PALPATE_OK && i < worker->part.count; i++) {
        status = build_check_stop(worker->build, err);
        if (status == PALPATE_OK)
            status = index_page(worker, i, err);
    }
    if (status == PALPATE_OK)
        status = shard_finish(worker->shard, err);
    return status == PALPATE_OK ? hand_over(worker, err) : status;
}

palpate_status build_parts(struct worker *worker, palpate_error *err)
{
    palpate_status status = part_open(&worker->part, err);

    worker->pages = calloc(PART_PAGES, sizeof *worker->pages);
    if (status == PALPATE_OK &&
            (worker->pages == NULL || !table_make_room(&worker->table, PART_PAGES)))
        status = fail(err, PALPATE_NO_MEMORY, "out of memory for a thread");
    while (status == PALPATE_OK && take_part(worker))
        status = index_part(worker, err);
    shard_close(worker->shard);
    part_free(&worker->part);
    free(worker->pages);
    table_free(&worker->table);
    return status;
}
