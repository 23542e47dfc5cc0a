/* The databases of a generation -> one to read.

   An index has one database, or several: its shards.  All passages of an article are in
   the shard that its key chooses, under the number that they would have in one
   database. So passages of all shards, which are numbered alternately where they are
   read as one, are in the order that they have there. */
#ifndef CORE_INDEX_SHARDS_H
#define CORE_INDEX_SHARDS_H

#include <palpate/status.h>
#include <stdint.h>
#include <xapian-c/read.h>

#include "core/manifest.h"

#ifdef __cplusplus
extern "C" {
#endif

/* The place of the shard, of `count`, that has the article of this key. */
unsigned index_shard_of(uint64_t article, unsigned count);

/* What a database says of its place (META_SHARD), in `out`. */
enum { SHARD_MARK = 16 };
palpate_view index_shard_mark(char out[SHARD_MARK], unsigned place, unsigned count);

/* What a database says of its place: `*place` of `*count`, or 0 of 1 where it says
   nothing.  PALPATE_CORRUPT where that is no mark. */
palpate_status index_shard_number(
        unsigned *place, unsigned *count, xc_database *database, palpate_error *err);

/* Opens the `count` databases of the generation whose first one is at `path`, as
   index_database_open() does, and makes one of them: xc_database_part() has each.
   PALPATE_CORRUPT too where one is that of another place. */
palpate_status index_shards_open(
        xc_database **out, const char *path, unsigned count, palpate_error *err);

/* index_tables_guard() of each database of an index that was opened so; `manifests` are
   as many, and freed by index_shards_free(). */
palpate_status index_shards_guard(struct manifest *manifests, xc_database *database,
        const char *path, palpate_error *err);

/* Frees them and their array.  Takes NULL. */
void index_shards_free(struct manifest *manifests, unsigned count);

#ifdef __cplusplus
}
#endif
#endif
