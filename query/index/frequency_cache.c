#include "query/index/frequency_cache.h"

#include <string.h>

#include "core/digest.h"

static size_t slot_of(palpate_view term)
{
    return hash_of(term) % FREQUENCY_SLOTS;
}

bool frequency_recall(
        uint32_t *frequency, const struct frequency_cache *cache, palpate_view term)
{
    const struct frequency_slot *slot = &cache->slots[slot_of(term)];

    if (term.size == 0 || slot->size != term.size ||
            memcmp(slot->term, term.data, term.size) != 0)
        return false;
    *frequency = slot->frequency;
    return true;
}

void frequency_remember(
        struct frequency_cache *cache, palpate_view term, uint32_t frequency)
{
    struct frequency_slot *slot = &cache->slots[slot_of(term)];

    if (term.size == 0 || term.size > FREQUENCY_TERM_SIZE)
        return;
    slot->frequency = frequency;
    slot->size = (uint8_t)term.size;
    memcpy(slot->term, term.data, term.size);
}
