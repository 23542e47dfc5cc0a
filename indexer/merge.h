/* Small databases in a fixed order -> one database. */
#ifndef INDEXER_MERGE_H
#define INDEXER_MERGE_H

#include <palpate/status.h>
#include <stdint.h>

#include "indexer/generation.h"

/* Where part `number` of the generation in `folder` is built. */
void merge_part_path(char out[GENERATION_PATH], const char *folder, uint32_t number);

/* Merges the parts 0 to `count` - 1 (one at least) into a new database at `to`; their
   documents keep their order.  In rounds where they are many. */
palpate_status merge_parts(
        const char *to, const char *folder, uint32_t count, palpate_error *err);

#endif
