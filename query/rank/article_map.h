/* Numbers that tell articles apart -> what is known of each. */
#ifndef QUERY_ARTICLE_MAP_H
#define QUERY_ARTICLE_MAP_H

#include <stdint.h>

#include "core/table.h"

struct article_entry {
    uint64_t article;
    uint32_t value;
};

/* Zero-initialised but for the arena it is a valid empty map. */
struct article_map {
    struct arena *arena; /* all lives here */
    struct table table;
    struct article_entry *entries;
    size_t room; /* of `entries` */
};

/* The value of an article, 0 where it has none. */
uint32_t article_map_find(const struct article_map *map, uint64_t article);

/* Gives an article a value other than 0.  False when memory is out. */
bool article_map_set(struct article_map *map, uint64_t article, uint32_t value);

#endif
