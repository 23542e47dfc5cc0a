#include "query/index/record_cache.h"

#include <stdlib.h>

#include "core/items.h"

static void drop_half(struct record_half *half)
{
    arena_free(&half->records);
    table_free(&half->table);
    free(half->items);
    *half = (struct record_half){ .items = NULL };
}

/* No two documents have one hash: it is their number. */
static palpate_view find_in(const struct record_half *half, uint32_t document)
{
    const struct table_slot *slot =
            half->table.room == 0 ? NULL : table_first(&half->table, document);

    return slot == NULL || slot->number == 0 ? (palpate_view){ NULL, 0 }
                                             : half->items[slot->number - 1];
}

void record_cache_begin(struct record_cache *cache)
{
    if (cache->young.records.total <= RECORD_CACHE_HALF)
        return;
    drop_half(&cache->old);
    cache->old = cache->young;
    cache->young = (struct record_half){ .items = NULL };
}

palpate_view record_cache_find(struct record_cache *cache, uint32_t document)
{
    palpate_view record = find_in(&cache->young, document);

    if (record.data != NULL)
        return record;
    record = find_in(&cache->old, document);
    if (record.data == NULL)
        return record;
    /* Without memory for the copy, the old one serves until the question ends. */
    palpate_view copy = record_cache_add(cache, document, record);
    return copy.data != NULL ? copy : record;
}

palpate_view record_cache_add(
        struct record_cache *cache, uint32_t document, palpate_view record)
{
    struct record_half *half = &cache->young;

    if (!table_make_room(&half->table, 1) ||
            !items_grow((void **)&half->items, &half->room, half->table.count,
                    sizeof *half->items))
        return (palpate_view){ NULL, 0 };
    palpate_view copy = arena_copy(&half->records, record);
    if (copy.data == NULL)
        return copy;
    half->items[half->table.count] = copy;
    table_put(&half->table, table_first(&half->table, document), document,
            half->table.count + 1);
    return copy;
}

void record_cache_forget(struct record_cache *cache)
{
    drop_half(&cache->young);
    drop_half(&cache->old);
}
