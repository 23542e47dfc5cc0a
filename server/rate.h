/* Requests of an address in a time -> whether one more is welcome. */
#ifndef SERVER_RATE_H
#define SERVER_RATE_H

#include <pthread.h>

#include "server/address.h"

enum { RATE_WAYS = 4, RATE_SETS = 2048 };

/* Counts of the addresses seen last: when the place is used up, the one that was silent
   longest is forgotten. */
struct rates {
    pthread_mutex_t lock;
    uint64_t seed;
    struct rate {
        uint8_t key[8];
        uint64_t seen_us; /* 0: nobody's */
        double tokens;
    } sets[RATE_SETS][RATE_WAYS];
};

void rates_init(struct rates *rates);

/* Seconds after which the address may ask again, 0 where it may now. */
unsigned rates_take(struct rates *rates, const struct address *address, uint64_t now_us,
        uint32_t rate, uint32_t burst);

#endif
