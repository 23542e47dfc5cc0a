/* A term -> in how many passages it is, remembered. */
#ifndef QUERY_FREQUENCY_CACHE_H
#define QUERY_FREQUENCY_CACHE_H

#include <palpate/view.h>
#include <stdbool.h>
#include <stdint.h>

enum {
    FREQUENCY_SLOTS = 8192, /* 256 KB; a term that needs the slot of another takes it */
    FREQUENCY_TERM_SIZE = 27 /* bytes of a term that is remembered */
};

struct frequency_slot {
    uint32_t frequency;
    uint8_t size; /* 0: the slot is free */
    char term[FREQUENCY_TERM_SIZE];
};

/* Starts as zeros, and is good for one generation of the index. */
struct frequency_cache {
    struct frequency_slot slots[FREQUENCY_SLOTS];
};

/* Whether the term is remembered. */
bool frequency_recall(
        uint32_t *frequency, const struct frequency_cache *cache, palpate_view term);
void frequency_remember(
        struct frequency_cache *cache, palpate_view term, uint32_t frequency);

#endif
