/* Hashes -> numbers of things that lie in an array of their owner: open addressing. */
#ifndef CORE_TABLE_H
#define CORE_TABLE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "core/arena.h"

#ifdef __cplusplus
extern "C" {
#endif

struct table_slot {
    uint32_t hash;
    uint32_t number; /* from 1; 0 where the slot is free */
};

/* Zero-initialised it is a valid empty table on the heap. */
struct table {
    struct arena *arena; /* where it lives instead, or NULL */
    struct table_slot *slots;
    size_t room; /* a power of two, half of which stays free, or 0 */
    size_t count;
};

/* Makes room for `more` numbers besides those it has.  False when memory is out, and
   changes nothing then.  Slots move. */
bool table_make_room(struct table *table, size_t more);

/* Forgets all numbers and keeps the room. */
void table_clear(struct table *table);

/* Frees a table on the heap. */
void table_free(struct table *table);

/* The first slot at or after `place` that has the hash or is free. */
static inline struct table_slot *table_from(
        const struct table *table, size_t place, uint32_t hash)
{
    for (;; place++) {
        struct table_slot *slot = &table->slots[place & (table->room - 1)];
        if (slot->number == 0 || slot->hash == hash)
            return slot;
    }
}

/* The slots of a hash, one after another, and last the free one where another number
   of it goes: the caller sees by its things which it looks for.  There must be room. */
static inline struct table_slot *table_first(const struct table *table, uint64_t hash)
{
    uint32_t folded = (uint32_t)(hash ^ hash >> 32);

    return table_from(
            table, (size_t)(folded * UINT64_C(0x9E3779B97F4A7C15) >> 32), folded);
}

static inline struct table_slot *table_next(
        const struct table *table, const struct table_slot *slot)
{
    return table_from(table, (size_t)(slot - table->slots) + 1, slot->hash);
}

/* Puts a number into the slot that was found for its hash. */
static inline void table_put(
        struct table *table, struct table_slot *slot, uint64_t hash, size_t number)
{
    table->count += slot->number == 0;
    *slot = (struct table_slot){ (uint32_t)(hash ^ hash >> 32), (uint32_t)number };
}

#ifdef __cplusplus
}
#endif
#endif
