#include "indexer/source/id_set.h"

#include <stdlib.h>

static bool is_free(struct digest slot)
{
    return slot.high == 0 && slot.low == 0;
}

static struct digest key_of(palpate_view id)
{
    struct digest key = digest_of(id);

    key.low |= is_free(key); /* zeros are kept for what is free */
    return key;
}

/* The slot of a key, or the free one where it would go. */
static struct digest *find(const struct id_set *set, struct digest key)
{
    size_t place = (size_t)key.low & (set->room - 1);

    while (!is_free(set->slots[place]) && !digest_equals(set->slots[place], key))
        place = (place + 1) & (set->room - 1);
    return &set->slots[place];
}

static bool grow(struct id_set *set)
{
    struct id_set larger = { .count = set->count,
        .room = set->room == 0 ? 256 : set->room * 2 };

    larger.slots = calloc(larger.room, sizeof *larger.slots);
    if (larger.slots == NULL)
        return false;
    for (size_t i = 0; i < set->room; i++)
        if (!is_free(set->slots[i]))
            *find(&larger, set->slots[i]) = set->slots[i];
    free(set->slots);
    *set = larger;
    return true;
}

bool id_set_add(struct id_set *set, palpate_view id, bool *is_new)
{
    struct digest key = key_of(id);

    if (set->count >= set->room / 2 && !grow(set))
        return false;
    struct digest *slot = find(set, key);
    *is_new = is_free(*slot);
    set->count += *is_new;
    *slot = key;
    return true;
}

bool id_set_has(const struct id_set *set, palpate_view id)
{
    return set->count > 0 && !is_free(*find(set, key_of(id)));
}

void id_set_free(struct id_set *set)
{
    free(set->slots);
    *set = (struct id_set){ 0 };
}
