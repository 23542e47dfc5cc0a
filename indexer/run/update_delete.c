#include "core/digest.h"
#include "core/view.h"
#include "indexer/run/update.h"

/* Whether a page is the one at this address: it has it; or it would, where it lies, but
   is not in the index. */
static bool is_at(const struct catalog_entry *entry, palpate_view url, uint64_t key)
{
    return view_equals(entry->id, url) ||
           (catalog_holds(entry) ? entry->article : entry->place) == key;
}

static palpate_status delete_page(
        struct update *update, palpate_view url, palpate_error *err)
{
    struct catalog *catalog = &update->run->catalog;
    uint64_t key = hash_of(url);
    palpate_status status = PALPATE_OK;
    bool is_found = false;

    for (uint32_t i = 0; status == PALPATE_OK && i < catalog->count; i++) {
        struct catalog_entry *entry = &catalog->entries[i];
        if (!is_at(entry, url, key))
            continue;
        is_found = true;
        status = update_open_shard(update, err);
        if (status == PALPATE_OK)
            status = update_forget(update, entry, err);
        /* If it is added again in this run, it is read as a new one. */
        entry->comes_in = true;
        entry->was_indexed = false;
    }
    if (!is_found)
        run_remark(update->run, url, "no page of the index has this address");
    return status;
}

palpate_status update_delete(struct update *update, palpate_error *err)
{
    const struct run_task *task = update->run->task;
    palpate_status status = PALPATE_OK;

    for (size_t i = 0; status == PALPATE_OK && i < task->delete_count; i++)
        status = delete_page(update, task->deletes[i], err);
    return status;
}
