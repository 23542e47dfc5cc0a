#include "server/rate.h"

#include <string.h>
#include <sys/random.h>

void rates_init(struct rates *rates)
{
    memset(rates->sets, 0, sizeof rates->sets);
    (void)pthread_mutex_init(&rates->lock, NULL);
    /* Nobody outside should know which addresses share a set. */
    if (getrandom(&rates->seed, sizeof rates->seed, GRND_NONBLOCK) < 0)
        rates->seed = (uint64_t)(uintptr_t)rates;
}

static size_t set_of(const struct rates *rates, const uint8_t key[8])
{
    uint64_t hash = rates->seed;

    for (int i = 0; i < 8; i++) {
        hash = (hash ^ key[i]) * UINT64_C(0x9E3779B97F4A7C15);
        hash ^= hash >> 29;
    }
    return hash % RATE_SETS;
}

static struct rate *find(struct rates *rates, const uint8_t key[8], uint32_t burst)
{
    struct rate *set = rates->sets[set_of(rates, key)];
    struct rate *oldest = &set[0];

    for (int i = 0; i < RATE_WAYS; i++) {
        if (set[i].seen_us != 0 && memcmp(set[i].key, key, 8) == 0)
            return &set[i];
        if (set[i].seen_us < oldest->seen_us)
            oldest = &set[i];
    }
    memcpy(oldest->key, key, 8);
    oldest->seen_us = 0;
    oldest->tokens = burst;
    return oldest;
}

unsigned rates_take(struct rates *rates, const struct address *address, uint64_t now_us,
        uint32_t rate, uint32_t burst)
{
    unsigned wait = 0;

    if (rate == 0 || !address->is_known)
        return 0;
    (void)pthread_mutex_lock(&rates->lock);
    struct rate *entry = find(rates, address->key, burst);
    if (entry->seen_us != 0 && now_us > entry->seen_us)
        entry->tokens += (double)(now_us - entry->seen_us) * rate / 1e6;
    if (entry->tokens > burst)
        entry->tokens = burst;
    entry->seen_us = now_us;
    if (entry->tokens >= 1)
        entry->tokens -= 1;
    else
        wait = 1 + (unsigned)((1 - entry->tokens) / rate);
    (void)pthread_mutex_unlock(&rates->lock);
    return wait;
}
