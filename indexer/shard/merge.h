/* Small databases in a fixed order -> one database. */
#ifndef INDEXER_MERGE_H
#define INDEXER_MERGE_H

#include <palpate/status.h>
#include <stdint.h>

#include "indexer/shard/generation.h"

/* A part is merged with its neighbours as soon as they are there, while others are
   still read; each is a handful of open files. */
enum { GROUP_PARTS = 160 };

/* Where part `number` of the generation in `folder` is built. */
void merge_part_path(char out[INDEX_PATH], const char *folder, uint32_t number);

/* The database in which the part stands once `count` parts are built, by number and
   path: its own, or that of its group. */
uint32_t merge_place(uint32_t part, uint32_t count);
void merge_place_path(
        char out[INDEX_PATH], const char *folder, uint32_t part, uint32_t count);

/* Merges the parts of a whole group, and removes them. */
palpate_status merge_group(const char *folder, uint32_t group, palpate_error *err);

/* Where the metadata of the generation are written before all is merged. */
void merge_metadata_path(char out[INDEX_PATH], const char *folder);

/* Merges the parts 0 to `count` - 1 (one at least), whose whole groups are merged, and
   the metadata into a new database at `to`; their documents keep their order.  Where
   the metadata's database has no term lists, the new one has none either. */
palpate_status merge_parts(
        const char *to, const char *folder, uint32_t count, palpate_error *err);

#endif
