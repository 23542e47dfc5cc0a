#include "indexer/run/update.h"

#include <stdlib.h>

#include "core/fail.h"
#include "core/schema.h"
#include "core/view.h"
#include "indexer/run/fold.h"
#include "indexer/run/live.h"
#include "indexer/run/placing.h"
#include "indexer/run/update_commit.h"
#include "indexer/shard/index_curation.h"
#include "indexer/shard/index_metadata.h"

palpate_status update_open_shard(struct update *update, palpate_error *err)
{
    update->changes = true;
    if (update->shard != NULL || update->run->options->dry_run)
        return PALPATE_OK;
    stage_open(&update->stage, update->run->generation.live);
    palpate_status status = shard_open(&update->shard, stage_database(&update->stage),
            buffer_view(&update->run->dictionary), err);
    return status == PALPATE_OK
                   ? shard_guard(update->shard, update->run->generation.live, err)
                   : status;
}

palpate_status update_drop(
        struct update *update, struct catalog_entry *entry, palpate_error *err)
{
    if (entry == NULL || !catalog_holds(entry))
        return PALPATE_OK;
    bool is_in = entry->outcome == OUTCOME_INDEXED;
    entry->outcome = OUTCOME_DUPLICATE;
    if (!is_in)
        return PALPATE_OK;
    update->after--;
    update->passages -= entry->passages;
    return update->shard == NULL ? PALPATE_OK
                                 : shard_remove(update->shard, entry->article, err);
}

/* Whether a page holds its address only because nothing was known of its end yet. */
static bool is_gone(const struct update *update, const struct catalog_entry *entry)
{
    return !entry->is_seen && !source_may_come(update->run->sources, entry->id);
}

palpate_status update_forget(
        struct update *update, struct catalog_entry *entry, palpate_error *err)
{
    update->run->summary->removed += entry->outcome == OUTCOME_INDEXED;
    palpate_status status = update_drop(update, entry, err);
    entry->place = 0; /* it waits for no address */
    return status == PALPATE_OK && update->shard != NULL
                   ? shard_forget(update->shard, entry->id, err)
                   : status;
}

/* Finds an address that no other page has yet; a page that is gone gives way.  Which
   page has which in the end is decided once all are read. */
static palpate_status put_somewhere(
        struct update *update, struct page *page, palpate_error *err)
{
    for (int at_place = page->url.data == page->place.data; at_place < 2; at_place++) {
        if (at_place == 1)
            page_put(page, true);
        struct catalog_entry *holder =
                catalog_holder(&update->run->catalog, page->entry.article);
        if (holder == NULL)
            return PALPATE_OK;
        if (is_gone(update, holder))
            return update_forget(update, holder, err);
    }
    page->entry.outcome = OUTCOME_DUPLICATE;
    return PALPATE_OK;
}

static palpate_status store_page(
        struct update *update, struct page *page, palpate_error *err)
{
    palpate_status status = PALPATE_OK;

    if (page->entry.outcome == OUTCOME_INDEXED) {
        update->after++;
        update->passages += page->entry.passages;
    }
    if (update->shard == NULL)
        return PALPATE_OK;
    if (page->entry.outcome == OUTCOME_INDEXED)
        status = shard_add(
                update->shard, &page->article, page->url, page->entry.article, err);
    return status == PALPATE_OK ? shard_note(update->shard, &page->entry, err) : status;
}

/* Puts a page that was read into the shard and the catalog. */
static palpate_status put_page(struct update *update, const struct source_page *source,
        struct page *page, struct catalog_entry *old, palpate_error *err)
{
    palpate_index_summary *summary = update->run->summary;
    bool was_indexed = old != NULL && old->was_indexed;
    uint64_t belongs = old == NULL ? 0 : old->belongs;
    palpate_status status = update_open_shard(update, err);

    if (status == PALPATE_OK)
        status = update_drop(update, old, err);
    if (page->entry.outcome == OUTCOME_INDEXED && belongs == page->entry.place)
        page_put(page, true);
    if (status == PALPATE_OK && page->entry.outcome == OUTCOME_INDEXED)
        status = put_somewhere(update, page, err);
    if (status == PALPATE_OK)
        status = store_page(update, page, err);
    if (status != PALPATE_OK)
        return status;
    if (page->entry.outcome == OUTCOME_INDEXED)
        *(was_indexed ? &summary->changed : &summary->added) += 1;
    else if (!placing_counts(&page->entry))
        run_report(update->run, source, &page->entry, page->why);
    page->entry.is_seen = true;
    page->entry.is_read = true;
    page->entry.belongs = belongs;
    return catalog_put(&update->run->catalog, &page->entry, err);
}

/* Whether a page may be left as it is where its bytes are as they were. */
static bool may_stay(const struct update *update, const struct catalog_entry *entry)
{
    return entry != NULL && entry->outcome != OUTCOME_FAILED &&
           !update->run->options->rebuild && !entry->comes_in;
}

/* Whether a file needs not be opened: its size and time are as they were, and so is its
   place, which its address and what it is read as depend on. */
static bool is_untouched(const struct catalog_entry *entry, struct ahead_page *ahead)
{
    const struct source_page *source = &ahead->source;
    uint64_t place = 0;

    return source->is_file && entry->size == source->size &&
           entry->modified == source->modified &&
           page_find_place(&place, &ahead->reader, source, NULL) == PALPATE_OK &&
           place == entry->place;
}

/* Whether a page that has come will be opened, as far as that is known before those
   that come before it were taken up. */
static bool wants_page(void *user, struct ahead_page *ahead)
{
    const struct update *update = user;
    const struct catalog_entry *old =
            catalog_find(&update->run->catalog, ahead->source.id);

    if (old != NULL && old->is_seen)
        return false;
    if (!may_stay(update, old))
        return true;
    ahead->may_stay = true;
    ahead->digest = old->digest;
    ahead->place = old->place;
    return !is_untouched(old, ahead);
}

/* Remembers the time of a file whose bytes are as they were: it needs not be opened in
   the next run. */
static palpate_status note_time(struct update *update, struct catalog_entry *old,
        const struct catalog_entry *now, palpate_error *err)
{
    if (old->modified == now->modified)
        return PALPATE_OK;
    old->modified = now->modified;
    palpate_status status = update_open_shard(update, err);
    return status == PALPATE_OK && update->shard != NULL
                   ? shard_note(update->shard, old, err)
                   : status;
}

palpate_status update_read(struct update *update, struct ahead_page *ahead,
        struct catalog_entry *old, palpate_error *err)
{
    palpate_index_summary *summary = update->run->summary;
    const struct source_page *source = &ahead->source;
    struct page *page = &ahead->page;

    ahead_page_load(ahead);
    palpate_status status = ahead->loaded;
    if (status == PALPATE_OK && may_stay(update, old) &&
            digest_equals(old->digest, page->entry.digest) &&
            old->place == page->entry.place) {
        summary->unchanged++;
        return note_time(update, old, &page->entry, err);
    }
    summary->read++;
    summary->source_bytes += source->bytes.size;
    if (status == PALPATE_OK) {
        ahead_page_read(ahead);
        status = ahead->read;
    } else if (status == PALPATE_BAD_INPUT) {
        page->why = page->failure.message;
    }
    if (status != PALPATE_OK && status != PALPATE_BAD_INPUT)
        return fail(err, status, "%s", page->failure.message);
    /* What cannot be read now was readable before: better old than gone. */
    if (page->entry.outcome == OUTCOME_FAILED && old != NULL) {
        run_report(update->run, source, &page->entry, page->why);
        return PALPATE_OK;
    }
    return put_page(update, source, page, old, err);
}

/* A line of a stream cannot be read again once it is over.  So one that gave way is
   read unless the page that it gave way to has come already, and says the same still;
   one that another page took the address of always is. */
static bool lost_keeper(const struct update *update, const struct catalog_entry *entry,
        const struct source_page *source)
{
    if (entry == NULL || source->is_file)
        return false;
    if (entry->outcome == OUTCOME_DUPLICATE)
        return true;
    if (entry->outcome != OUTCOME_FOLDED)
        return false;
    const struct catalog_entry *keeper =
            catalog_find(&update->run->catalog, entry->keeper);
    return keeper == NULL || !keeper->is_seen || !catalog_holds(keeper) ||
           !fold_joins(keeper, entry);
}

static palpate_status take_page(
        struct update *update, struct ahead_page *ahead, palpate_error *err)
{
    const struct source_page *source = &ahead->source;
    struct catalog_entry *old = catalog_find(&update->run->catalog, source->id);

    update->seen++;
    if (old != NULL && old->is_seen)
        return PALPATE_OK; /* the same address twice in a stream: the first counts */
    if (old != NULL)
        old->is_seen = true;
    if (old != NULL && lost_keeper(update, old, source))
        old->comes_in = true;
    if (may_stay(update, old) && is_untouched(old, ahead)) {
        update->run->summary->unchanged++;
        return PALPATE_OK;
    }
    return update_read(update, ahead, old, err);
}

/* Takes out the pages that are not among the sources any more. */
static palpate_status drop_vanished(struct update *update, palpate_error *err)
{
    struct catalog *catalog = &update->run->catalog;
    palpate_status status = PALPATE_OK;

    for (uint32_t i = 0; status == PALPATE_OK && i < catalog->count; i++) {
        struct catalog_entry *entry = &catalog->entries[i];
        if (entry->is_seen || source_may_hide(update->run->sources, entry->id))
            continue;
        status = update_open_shard(update, err);
        if (status == PALPATE_OK)
            status = update_forget(update, entry, err);
    }
    return status;
}

void update_uncount(palpate_index_summary *summary, const struct catalog_entry *entry)
{
    uint64_t *count = entry->is_read ? &summary->duplicate : &summary->unchanged;

    *count -= *count > 0;
}

palpate_status update_decide(const struct catalog *catalog,
        bool (*counts)(const struct catalog_entry *entry),
        palpate_status (*decide)(
                struct catalog_entry **pages, size_t count, palpate_error *err),
        palpate_error *err)
{
    struct catalog_entry **pages =
            calloc((size_t)catalog->count + 1, sizeof(struct catalog_entry *));
    size_t count = 0;

    if (pages == NULL)
        return fail(err, PALPATE_NO_MEMORY, "out of memory for comparing pages");
    for (uint32_t i = 0; i < catalog->count; i++)
        if (counts(&catalog->entries[i]))
            pages[count++] = &catalog->entries[i];
    palpate_status status = decide(pages, count, err);
    free(pages);
    return status;
}

static void count_before(struct update *update)
{
    const struct catalog *catalog = &update->run->catalog;

    update->after = catalog_count_before(catalog);
    for (uint32_t i = 0; i < catalog->count; i++)
        update->passages +=
                catalog->entries[i].was_indexed ? catalog->entries[i].passages : 0;
}

static palpate_status take_all(struct update *update, palpate_error *err)
{
    struct read_ahead *ahead = NULL;
    struct ahead_page *page = NULL;
    palpate_status status =
            read_ahead_open(&ahead, update->run, wants_page, update, err);

    while (status == PALPATE_OK) {
        if (run_should_stop(update->run)) {
            status = fail(err, PALPATE_INTERRUPTED, "stopped: the index is unchanged");
            break;
        }
        if ((page = read_ahead_next(ahead)) == NULL)
            break;
        status = take_page(update, page, err);
        run_step(update->run);
    }
    read_ahead_close(ahead);
    if (status != PALPATE_OK || update->seen > 0 || update->run->task->delete_count > 0)
        return status;
    return page_rules_refuse_empty(source_rules(update->run->sources), err);
}

struct ahead_page *update_again(struct update *update, palpate_view id)
{
    struct page_reader reader = update->again.reader;

    arena_clear(&reader.arena);
    update->again = (struct ahead_page){ .reader = reader };
    return source_file_of(update->run->sources, id, &update->again.source)
                   ? &update->again
                   : NULL;
}

palpate_status update_live(struct run *run, palpate_error *err)
{
    struct update update = { .run = run,
        .again.reader = { .options = run->options,
                .shared = &run->shared,
                .selectors = &run->selectors } };

    count_before(&update);
    palpate_status status =
            update_decide(&run->catalog, catalog_holds, fold_decide, err);
    if (status == PALPATE_OK)
        status = update_delete(&update, err);
    if (status == PALPATE_OK)
        status = take_all(&update, err);
    if (status == PALPATE_OK)
        status = drop_vanished(&update, err);
    if (status == PALPATE_OK)
        status = update_place(&update, err);
    if (status == PALPATE_OK)
        status = update_fold(&update, err);
    if (status == PALPATE_OK && !run->task->keeps_others)
        status = run_guard(run, err);
    if (status == PALPATE_OK)
        status = update_settings(&update, err);
    if (status == PALPATE_OK && update.shard != NULL)
        status = update_commit(run, update.shard, &update.stage, err);
    shard_close(update.shard);
    stage_close(&update.stage);
    /* Blocks of a batch that was not committed hold room that is wanted. */
    if (status != PALPATE_OK && update.shard != NULL)
        live_cut(run->generation.live);
    page_reader_free(&update.again.reader);
    run->summary->pages = update.after;
    run->summary->passages = update.passages;
    return status;
}
