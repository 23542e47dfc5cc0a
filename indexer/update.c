#include "core/fail.h"
#include "core/view.h"
#include "indexer/run.h"
#include "indexer/shard.h"

/* An update under way.  All changes are one commit of one shard: published together. */
struct update {
    struct run *run;
    struct shard *shard; /* NULL in a dry run, and until something changes */
    struct page_reader reader;
    uint64_t before; /* indexed pages */
    uint64_t after;
    uint64_t passages;
    uint64_t seen; /* pages of the sources */
    bool changes;
};

static palpate_status open_shard(struct update *update, palpate_error *err)
{
    update->changes = true;
    if (update->shard != NULL || update->run->options->dry_run)
        return PALPATE_OK;
    return shard_open(&update->shard, update->run->generation.live, err);
}

static palpate_status drop_article(
        struct update *update, struct catalog_entry *entry, palpate_error *err)
{
    if (entry == NULL || entry->outcome != OUTCOME_INDEXED)
        return PALPATE_OK;
    update->after--;
    update->passages -= entry->passages;
    entry->outcome = OUTCOME_DUPLICATE;
    return update->shard == NULL ? PALPATE_OK
                                 : shard_remove(update->shard, entry->article, err);
}

/* Makes room for a page's address: of two pages the copy gives way, else the later one.
 */
static palpate_status settle(
        struct update *update, struct page *page, palpate_error *err)
{
    struct catalog_entry *holder =
            catalog_holder(&update->run->catalog, page->entry.article);

    if (page->entry.outcome != OUTCOME_INDEXED || holder == NULL)
        return PALPATE_OK;
    if (!holder->is_copy || page->entry.is_copy) {
        page->entry.outcome = OUTCOME_DUPLICATE;
        page->why = "left out: another page has the same address";
        return PALPATE_OK;
    }
    palpate_status status = drop_article(update, holder, err);
    return status == PALPATE_OK && update->shard != NULL
                   ? shard_note(update->shard, holder, err)
                   : status;
}

static palpate_status store(
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
static palpate_status put(struct update *update, const struct source_page *source,
        struct page *page, struct catalog_entry *old, palpate_error *err)
{
    palpate_index_summary *summary = update->run->summary;
    bool was_indexed = old != NULL && old->outcome == OUTCOME_INDEXED;
    palpate_status status = open_shard(update, err);

    if (status == PALPATE_OK)
        status = drop_article(update, old, err);
    if (status == PALPATE_OK)
        status = settle(update, page, err);
    if (status == PALPATE_OK)
        status = store(update, page, err);
    if (status != PALPATE_OK)
        return status;
    if (page->entry.outcome == OUTCOME_INDEXED)
        *(was_indexed ? &summary->changed : &summary->added) += 1;
    else
        run_report(update->run, source, &page->entry, page->why);
    page->entry.is_seen = true;
    return catalog_put(&update->run->catalog, &page->entry, err);
}

static bool is_untouched(
        const struct catalog_entry *entry, const struct source_page *source)
{
    return source->is_file && entry->size == source->size &&
           entry->modified == source->modified && entry->outcome != OUTCOME_FAILED;
}

/* Reads a page that may have changed and stores what it says now. */
static palpate_status read_again(struct update *update, struct source_page *source,
        struct page *page, struct catalog_entry *old, palpate_error *err)
{
    palpate_index_summary *summary = update->run->summary;
    palpate_status status =
            page_load(&page->entry, &update->reader, source, &page->failure);

    if (status == PALPATE_OK && old != NULL && old->outcome != OUTCOME_FAILED &&
            digest_equals(old->digest, page->entry.digest)) {
        summary->unchanged++;
        return PALPATE_OK;
    }
    summary->read++;
    summary->source_bytes += source->bytes.size;
    if (status == PALPATE_OK)
        status = page_read(page, &update->reader, source, &page->failure);
    else if (status == PALPATE_BAD_INPUT)
        page->why = page->failure.message;
    if (status != PALPATE_OK && status != PALPATE_BAD_INPUT)
        return fail(err, status, "%s", page->failure.message);
    /* What cannot be read now was readable before: better old than gone. */
    if (page->entry.outcome == OUTCOME_FAILED && old != NULL) {
        run_report(update->run, source, &page->entry, page->why);
        return PALPATE_OK;
    }
    return put(update, source, page, old, err);
}

static palpate_status take_page(
        struct update *update, struct source_page *source, palpate_error *err)
{
    struct catalog_entry *old = catalog_find(&update->run->catalog, source->id);
    struct page page = { .why = NULL };

    update->seen++;
    if (old != NULL && old->is_seen)
        return PALPATE_OK; /* the same address twice in a stream: the first counts */
    if (old != NULL)
        old->is_seen = true;
    if (old != NULL && is_untouched(old, source)) {
        update->run->summary->unchanged++;
        return PALPATE_OK;
    }
    return read_again(update, source, &page, old, err);
}

/* Takes out the pages that are not among the sources any more. */
static palpate_status drop_vanished(struct update *update, palpate_error *err)
{
    struct catalog *catalog = &update->run->catalog;
    palpate_status status = PALPATE_OK;

    for (uint32_t i = 0; status == PALPATE_OK && i < catalog->count; i++) {
        struct catalog_entry *entry = &catalog->entries[i];
        if (entry->is_seen ||
                source_is_below_unreadable(update->run->sources, entry->id))
            continue;
        update->run->summary->removed += entry->outcome == OUTCOME_INDEXED;
        status = open_shard(update, err);
        if (status == PALPATE_OK)
            status = drop_article(update, entry, err);
        if (status == PALPATE_OK && update->shard != NULL)
            status = shard_forget(update->shard, entry->id, err);
    }
    return status;
}

static void count_before(struct update *update)
{
    const struct catalog *catalog = &update->run->catalog;

    for (uint32_t i = 0; i < catalog->count; i++) {
        update->before += catalog->entries[i].outcome == OUTCOME_INDEXED;
        update->passages += catalog->entries[i].outcome == OUTCOME_INDEXED
                                    ? catalog->entries[i].passages
                                    : 0;
    }
    update->after = update->before;
}

static palpate_status take_all(struct update *update, palpate_error *err)
{
    struct source_page source;
    palpate_status status = PALPATE_OK;

    while (status == PALPATE_OK) {
        if (run_should_stop(update->run))
            return fail(err, PALPATE_INTERRUPTED, "stopped: the index is as it was");
        arena_clear(&update->reader.arena);
        if (!source_next(update->run->sources, &update->reader.arena, &source))
            break;
        status = take_page(update, &source, err);
        run_step(update->run);
    }
    if (status != PALPATE_OK || update->seen > 0)
        return status;
    return fail(err, PALPATE_REFUSED,
            "no page among the sources: nothing was changed; to empty the index remove "
            "its "
            "folder");
}

palpate_status update_live(struct run *run, palpate_error *err)
{
    struct update update = { .run = run, .reader = { .options = run->options } };

    count_before(&update);
    palpate_status status = take_all(&update, err);
    if (status == PALPATE_OK)
        status = drop_vanished(&update, err);
    if (status == PALPATE_OK)
        status = run_guard(run, update.before, update.after, err);
    if (status == PALPATE_OK && update.shard != NULL)
        status = shard_commit(update.shard, err);
    shard_close(update.shard);
    page_reader_free(&update.reader);
    run->summary->pages = update.after;
    run->summary->passages = update.passages;
    return status;
}
