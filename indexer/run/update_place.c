#include "indexer/run/fold.h"
#include "indexer/run/placing.h"
#include "indexer/run/update.h"

static bool is_placed(const struct catalog_entry *entry)
{
    return catalog_holds(entry) ? entry->article == entry->belongs
                                : entry->belongs == 0 || !placing_counts(entry);
}

/* Takes back what was counted of a page that is looked at again, or left out. */
static void uncount(palpate_index_summary *summary, const struct catalog_entry *entry)
{
    uint64_t *count = entry->was_indexed ? &summary->changed : &summary->added;

    if (!entry->is_read)
        summary->unchanged -= summary->unchanged > 0;
    else if (entry->outcome == OUTCOME_INDEXED)
        *count -= *count > 0;
}

/* Leaves out a page whose address another one has. */
static palpate_status leave_out(
        struct update *update, struct catalog_entry *entry, palpate_error *err)
{
    const struct source_page source = { .name = entry->id };
    char why[FOLD_WHY_SIZE];
    palpate_status status = PALPATE_OK;

    if (catalog_holds(entry)) {
        if (entry->is_read)
            uncount(update->run->summary, entry);
        status = update_open_shard(update, err);
        if (status == PALPATE_OK)
            status = update_drop(update, entry, err);
        if (status == PALPATE_OK && update->shard != NULL)
            status = shard_note(update->shard, entry, err);
    } else if (!entry->is_read) {
        return PALPATE_OK; /* it was left out before */
    }
    fold_write_why(why, entry);
    run_report(update->run, &source, entry, why);
    return status;
}

/* Takes a page from an address that is not its own any more; one that cannot be read
   again stays as it is. */
static palpate_status make_room(
        struct update *update, struct catalog_entry *entry, palpate_error *err)
{
    struct source_page source;

    if (!source_file_of(update->run->sources, entry->id, &source))
        return PALPATE_OK;
    uncount(update->run->summary, entry);
    palpate_status status = update_open_shard(update, err);
    if (status == PALPATE_OK)
        status = update_drop(update, entry, err);
    return status == PALPATE_OK && update->shard != NULL
                   ? shard_note(update->shard, entry, err)
                   : status;
}

/* Reads a page again that comes in or goes to another address, which is free now. */
static palpate_status move_page(
        struct update *update, palpate_view id, palpate_error *err)
{
    struct catalog_entry *entry = catalog_find(&update->run->catalog, id);
    palpate_index_summary *summary = update->run->summary;
    struct ahead_page *page = update_again(update, id);

    if (page == NULL)
        return PALPATE_OK; /* a line is never moved */
    summary->read -= entry->is_read;
    entry->comes_in = true;
    return update_read(update, page, entry, err);
}

palpate_status update_place(struct update *update, palpate_error *err)
{
    struct catalog *catalog = &update->run->catalog;
    palpate_status status = update_decide(catalog, placing_counts, placing_decide, err);

    for (uint32_t i = 0; status == PALPATE_OK && i < catalog->count; i++) {
        struct catalog_entry *entry = &catalog->entries[i];
        if (!placing_counts(entry))
            continue;
        const char *doubt = placing_doubt(entry);
        if (entry->is_read && doubt != NULL)
            run_remark(update->run, entry->id, doubt);
        if (entry->belongs == 0) {
            status = leave_out(update, entry, err);
        } else if (!is_placed(entry)) {
            status = make_room(update, entry, err);
        }
    }
    for (uint32_t i = 0; status == PALPATE_OK && i < catalog->count; i++)
        if (!is_placed(&catalog->entries[i]))
            status = move_page(update, catalog->entries[i].id, err);
    return status;
}
