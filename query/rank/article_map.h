/* Numbers that tell articles apart -> what is known of each. */
#ifndef QUERY_ARTICLE_MAP_H
#define QUERY_ARTICLE_MAP_H

#include <stddef.h>
#include <stdint.h>

#include "core/arena.h"

struct article_entry {
    uint64_t article;
    uint32_t value; /* 0 for an article that nothing is known of, and a free place */
};

/* Zero-initialised but for the arena it is a valid empty map. */
struct article_map {
    struct arena *arena; /* the table lives here */
    struct article_entry *entries;
    size_t room; /* a power of two, or 0 */
    size_t count;
};

/* The value of an article, 0 where it has none. */
uint32_t article_map_find(const struct article_map *map, uint64_t article);

/* Gives an article a value other than 0.  False when memory is out. */
bool article_map_set(struct article_map *map, uint64_t article, uint32_t value);

#endif
