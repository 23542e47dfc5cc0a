#include "server/cache.h"

#include <stdlib.h>
#include <string.h>
#include <sys/random.h>

struct kept {
    struct kept *next;  /* of its chain */
    struct kept *newer; /* by the last use */
    struct kept *older;
    uint64_t hash;
    size_t bytes;
    struct reply reply; /* its body is shared */
    bool takes_gzip;
    size_t key_size;
    char key[];
};

/* One answer should not push out all others. */
enum { LARGEST_SHARE = 8, OVERHEAD = 128, USUAL_BYTES = 4096 };

void cache_open(struct cache *cache, size_t most_bytes)
{
    size_t chain_count = 64;

    *cache = (struct cache){ .most_bytes = most_bytes };
    (void)pthread_mutex_init(&cache->lock, NULL);
    /* Nobody outside should know which questions share a chain. */
    if (getrandom(&cache->seed, sizeof cache->seed, GRND_NONBLOCK) < 0)
        cache->seed = (uint64_t)(uintptr_t)cache;
    while (chain_count < most_bytes / USUAL_BYTES)
        chain_count *= 2;
    cache->chain_count = chain_count;
    if (most_bytes > 0)
        cache->chains = calloc(chain_count, sizeof(struct kept *));
}

static uint64_t hash_of(const struct cache *cache, struct cache_key key)
{
    uint64_t hash = cache->seed ^ (uint64_t)key.takes_gzip;

    for (size_t i = 0; i < key.words.size; i++) {
        hash = (hash ^ (unsigned char)key.words.data[i]) * UINT64_C(0x9E3779B97F4A7C15);
        hash ^= hash >> 29;
    }
    return hash;
}

static struct kept **place_of(struct cache *cache, struct cache_key key, uint64_t hash)
{
    struct kept **place = &cache->chains[hash & (cache->chain_count - 1)];

    for (; *place != NULL; place = &(*place)->next) {
        const struct kept *kept = *place;
        if (kept->hash == hash && kept->takes_gzip == key.takes_gzip &&
                kept->key_size == key.words.size &&
                memcmp(kept->key, key.words.data, kept->key_size) == 0)
            break;
    }
    return place;
}

static void unlink_use(struct cache *cache, struct kept *kept)
{
    *(kept->newer == NULL ? &cache->newest : &kept->newer->older) = kept->older;
    *(kept->older == NULL ? &cache->oldest : &kept->older->newer) = kept->newer;
}

static void link_newest(struct cache *cache, struct kept *kept)
{
    kept->newer = NULL;
    kept->older = cache->newest;
    *(cache->newest == NULL ? &cache->oldest : &cache->newest->newer) = kept;
    cache->newest = kept;
}

static void forget(struct cache *cache, struct kept *kept)
{
    struct kept **place = &cache->chains[kept->hash & (cache->chain_count - 1)];

    while (*place != kept)
        place = &(*place)->next;
    *place = kept->next;
    unlink_use(cache, kept);
    cache->bytes -= kept->bytes;
    cache->count--;
    reply_free(&kept->reply);
    free(kept);
}

static void forget_all(struct cache *cache)
{
    while (cache->oldest != NULL)
        forget(cache, cache->oldest);
}

void cache_empty(struct cache *cache)
{
    (void)pthread_mutex_lock(&cache->lock);
    forget_all(cache);
    (void)pthread_mutex_unlock(&cache->lock);
}

void cache_turn(struct cache *cache, uint64_t generation)
{
    (void)pthread_mutex_lock(&cache->lock);
    forget_all(cache);
    cache->generation = generation;
    (void)pthread_mutex_unlock(&cache->lock);
}

void cache_close(struct cache *cache)
{
    forget_all(cache);
    free(cache->chains);
    cache->chains = NULL;
}

bool cache_find(struct cache *cache, struct reply *reply, struct cache_key key)
{
    if (cache->chains == NULL || key.words.size == 0)
        return false;
    uint64_t hash = hash_of(cache, key);
    (void)pthread_mutex_lock(&cache->lock);
    struct kept *kept = *place_of(cache, key, hash);
    if (kept != NULL) {
        unlink_use(cache, kept);
        link_newest(cache, kept);
        reply_copy_shared(reply, &kept->reply);
        cache->hits++;
    } else {
        cache->misses++;
    }
    (void)pthread_mutex_unlock(&cache->lock);
    return kept != NULL;
}

/* Makes an entry; NULL where memory is out or the answer is too large. */
static struct kept *entry_of(const struct cache *cache, struct reply *reply,
        struct cache_key key, uint64_t hash)
{
    size_t bytes = sizeof(struct kept) + OVERHEAD + key.words.size + reply->size;

    if (bytes > cache->most_bytes / LARGEST_SHARE || !reply_share(reply))
        return NULL;
    struct kept *kept = malloc(sizeof *kept + key.words.size);
    if (kept == NULL)
        return NULL;
    *kept = (struct kept){ .hash = hash,
        .bytes = bytes,
        .takes_gzip = key.takes_gzip,
        .key_size = key.words.size };
    reply_copy_shared(&kept->reply, reply);
    memcpy(kept->key, key.words.data, key.words.size);
    return kept;
}

static void add(struct cache *cache, struct kept *kept, struct kept **place)
{
    kept->next = *place;
    *place = kept;
    link_newest(cache, kept);
    cache->bytes += kept->bytes;
    cache->count++;
    for (struct kept *oldest = cache->oldest;
            oldest != NULL && cache->bytes > cache->most_bytes; cache->evictions++) {
        struct kept *newer = oldest->newer;
        forget(cache, oldest);
        oldest = newer;
    }
}

void cache_keep(struct cache *cache, struct reply *reply, struct cache_key key,
        uint64_t generation)
{
    if (cache->chains == NULL || key.words.size == 0)
        return;
    uint64_t hash = hash_of(cache, key);
    struct kept *kept = entry_of(cache, reply, key, hash);
    if (kept == NULL)
        return;
    (void)pthread_mutex_lock(&cache->lock);
    struct kept **place = place_of(cache, key, hash);
    bool is_wanted = *place == NULL && generation == cache->generation;
    if (is_wanted)
        add(cache, kept, place);
    (void)pthread_mutex_unlock(&cache->lock);
    if (!is_wanted) {
        reply_free(&kept->reply);
        free(kept);
    }
}

struct cache_figures cache_figures(struct cache *cache)
{
    (void)pthread_mutex_lock(&cache->lock);
    struct cache_figures figures = { .hits = cache->hits,
        .misses = cache->misses,
        .evictions = cache->evictions,
        .bytes = cache->bytes,
        .count = cache->count };
    (void)pthread_mutex_unlock(&cache->lock);
    return figures;
}
