#include "query/index/record_cache.h"

#include <stdlib.h>

enum { FIRST_ROOM = 256 };

static void drop(struct record_half *half)
{
    arena_free(&half->records);
    free(half->slots);
    *half = (struct record_half){ .slots = NULL };
}

/* Where `document` stands, or would. */
static struct cached_record *slot_of(
        struct cached_record *slots, uint32_t room, uint32_t document)
{
    uint32_t place = document * 2654435769U;

    for (place ^= place >> 16;; place++) {
        struct cached_record *slot = &slots[place & (room - 1)];
        if (slot->document == document || slot->document == 0)
            return slot;
    }
}

static palpate_view find_in(const struct record_half *half, uint32_t document)
{
    if (half->count == 0)
        return (palpate_view){ NULL, 0 };
    const struct cached_record *slot = slot_of(half->slots, half->room, document);
    return (palpate_view){ slot->data, slot->size };
}

/* Makes room for one more, half of the slots staying free. */
static bool make_room(struct record_half *half)
{
    if (half->count * 2 < half->room)
        return true;
    uint32_t room = half->room == 0 ? FIRST_ROOM : half->room * 2;
    struct cached_record *slots = calloc(room, sizeof *slots);
    if (slots == NULL)
        return false;
    for (uint32_t i = 0; i < half->room; i++)
        if (half->slots[i].document != 0)
            *slot_of(slots, room, half->slots[i].document) = half->slots[i];
    free(half->slots);
    half->slots = slots;
    half->room = room;
    return true;
}

void record_cache_begin(struct record_cache *cache)
{
    if (cache->young.records.total <= RECORD_CACHE_HALF)
        return;
    drop(&cache->old);
    cache->old = cache->young;
    cache->young = (struct record_half){ .slots = NULL };
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

    if (!make_room(half))
        return (palpate_view){ NULL, 0 };
    palpate_view copy = arena_copy(&half->records, record);
    if (copy.data == NULL)
        return copy;
    *slot_of(half->slots, half->room, document) = (struct cached_record){
        .document = document, .size = (uint32_t)copy.size, .data = copy.data
    };
    half->count++;
    return copy;
}

void record_cache_forget(struct record_cache *cache)
{
    drop(&cache->young);
    drop(&cache->old);
}
