/* Headings one after another -> those that stand over a place of the page. */
#ifndef INDEXER_HEADING_PATH_H
#define INDEXER_HEADING_PATH_H

#include <stdbool.h>
#include <stdint.h>

#include "core/arena.h"
#include "indexer/content/content.h"

/* A heading, and those over it.  What one in a box or on a folded panel heads ends with
   it: then those hold again that held before. */
struct heading {
    const struct block *block;
    uint32_t end;                 /* a node: it heads nothing from there on */
    uint32_t depth;               /* headings on the path, RECORD_HEADINGS at most */
    const struct heading *above;  /* the next one out, or NULL */
    const struct heading *before; /* what holds from `end` on, or NULL */
};

/* The path with what `block`, a heading, heads; `path` is the one before it, or NULL.
   Lives in `arena`; NULL when memory is out. */
const struct heading *heading_path_enter(
        struct arena *arena, const struct heading *path, const struct block *block);

/* The path without a heading that is over all of the page anyway, and so with what it
   ends. */
const struct heading *heading_path_skip(
        const struct heading *path, const struct block *block);

/* The path that holds at a place: without the headings that end before it. */
const struct heading *heading_path_at(const struct heading *path, uint32_t place);

/* Marks, of each block of a page, the headings right above blocks of the article,
   whatever they themselves look like: a passage is known by them.  One above a dropped
   list, such as "Contents", is not.  The label of a panel heads whatever is left of it.
   Lives in `arena`; NULL when memory is out. */
uint8_t *headings_find(struct arena *arena, const struct content *content);

#endif
