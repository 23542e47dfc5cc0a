#include "indexer/run/fold.h"
#include "indexer/run/update.h"

/* Takes a page out of the index that says what another one says. */
static palpate_status fold_page(
        struct update *update, struct catalog_entry *entry, palpate_error *err)
{
    palpate_index_summary *summary = update->run->summary;
    const struct source_page source = { .name = entry->id };
    char why[FOLD_WHY_SIZE];
    palpate_status status = update_open_shard(update, err);

    if (entry->is_read)
        *(entry->was_indexed ? &summary->changed : &summary->added) -= 1;
    if (status == PALPATE_OK)
        status = update_drop(update, entry, err);
    entry->outcome = OUTCOME_FOLDED;
    fold_write_why(why, entry);
    run_report(update->run, &source, entry, why);
    return status == PALPATE_OK && update->shard != NULL
                   ? shard_note(update->shard, entry, err)
                   : status;
}

/* Reads the pages again that nothing stands for any more.  A line can be read only when
   it comes: then it comes in. */
static palpate_status unfold(struct update *update, palpate_error *err)
{
    const struct run *run = update->run;
    palpate_status status = PALPATE_OK;

    for (uint32_t i = 0; status == PALPATE_OK && i < run->catalog.count; i++) {
        struct catalog_entry *entry = &run->catalog.entries[i];
        if (!entry->comes_in || entry->outcome != OUTCOME_FOLDED)
            continue;
        struct ahead_page *page = update_again(update, entry->id);
        if (page == NULL) {
            run_remark(update->run, entry->id,
                    "the page that says the same is gone: give this one again");
            continue;
        }
        update_uncount(run->summary, entry);
        status = update_read(update, page, entry, err);
    }
    return status;
}

palpate_status update_fold(struct update *update, palpate_error *err)
{
    struct catalog *catalog = &update->run->catalog;
    palpate_status status = update_decide(catalog, catalog_holds, fold_decide, err);
    bool is_one_missing = false;

    for (uint32_t i = 0; status == PALPATE_OK && i < catalog->count; i++) {
        struct catalog_entry *entry = &catalog->entries[i];
        bool gives_way = entry->keeper.size > 0;
        entry->comes_in = entry->outcome == OUTCOME_FOLDED && !gives_way;
        is_one_missing |= entry->comes_in;
        if (entry->outcome == OUTCOME_INDEXED && gives_way)
            status = fold_page(update, entry, err);
    }
    return status == PALPATE_OK && is_one_missing ? unfold(update, err) : status;
}
