/* Answers that were given -> the same answers again, until the index changes.  They are
   in memory only, and leave it with the generation that they are of. */
#ifndef SERVER_CACHE_H
#define SERVER_CACHE_H

#include <pthread.h>

#include "server/reply.h"

struct kept;

/* What tells answers apart; without words, nothing is found or kept. */
struct cache_key {
    palpate_view words; /* all that the answer depends on but the index */
    bool takes_gzip;
};

struct cache {
    pthread_mutex_t lock;
    uint64_t generation; /* that all answers are of */
    uint64_t seed;
    struct kept **chains; /* NULL where nothing is kept */
    size_t chain_count;   /* a power of two */
    struct kept *newest;  /* by their last use */
    struct kept *oldest;
    size_t most_bytes;
    size_t bytes;
    size_t count;
    uint64_t hits;
    uint64_t misses;
    uint64_t evictions;
};

/* What is counted, as it is now. */
struct cache_figures {
    uint64_t hits;
    uint64_t misses;
    uint64_t evictions;
    uint64_t bytes;
    uint64_t count;
};

/* Keeps at most that many bytes; 0, or no memory, is a cache that keeps nothing. */
void cache_open(struct cache *cache, size_t most_bytes);
void cache_close(struct cache *cache);

/* Forgets all answers; from now on those of this generation are kept. */
void cache_turn(struct cache *cache, uint64_t generation);

/* Forgets all answers. */
void cache_empty(struct cache *cache);

/* Makes the kept answer the reply; false where there is none. */
bool cache_find(struct cache *cache, struct reply *reply, struct cache_key key);

/* Keeps a reply that `generation` gave, where that is still the one to answer, and
   others that were used longer ago make room.  The reply stays as good as it was. */
void cache_keep(struct cache *cache, struct reply *reply, struct cache_key key,
        uint64_t generation);

struct cache_figures cache_figures(struct cache *cache);

#endif
