/* A curation file -> metadata of a database. */
#ifndef INDEXER_INDEX_CURATION_H
#define INDEXER_INDEX_CURATION_H

#include "core/buffer.h"
#include "indexer/shard/shard.h"
#include "indexer/shard/thesaurus_source.h"

/* Whether these bytes, which a failure calls `name`, are a curation.
   PALPATE_BAD_INPUT. */
palpate_status index_curation_check(
        const char *name, palpate_view bytes, palpate_error *err);

/* Reads the file at `path` and checks it; an empty path gives no bytes.  Freed with
   buffer_free(), also after a failure.  PALPATE_BAD_INPUT with file and line. */
palpate_status index_curation_load(
        struct buffer *out, const char *path, palpate_error *err);

/* Whether the database at `path` has another curation than these bytes. */
palpate_status index_curation_differs(
        bool *differs, const char *path, palpate_view bytes, palpate_error *err);

/* Writes the bytes; the caller commits. */
palpate_status index_curation_write(
        struct shard *shard, palpate_view bytes, palpate_error *err);

/* Writes the curation of the first of these databases that it can be read from. */
palpate_status index_curation_keep(
        struct shard *shard, const struct thesaurus_source *before, palpate_error *err);

#endif
