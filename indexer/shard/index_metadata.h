/* The stamp and the thesaurus -> metadata of a database. */
#ifndef INDEXER_INDEX_METADATA_H
#define INDEXER_INDEX_METADATA_H

#include <palpate/indexer.h>

#include "indexer/content/shared_blocks.h"
#include "indexer/shard/shard.h"

/* A database that a thesaurus may be carried over from. */
struct thesaurus_source {
    const char *path;     /* NULL or empty where there is none */
    bool is_same_version; /* as this program */
    bool is_damaged;      /* so that to find no thesaurus does not mean it had none */
    bool is_kept;         /* set where its thesaurus was carried over */
};
enum { THESAURUS_SOURCES = 2 /* databases to try, in this order */ };

/* Creates a database at `path` with the stamp, the base address, what pages share, what
   the index is to remember of the run (or nothing) and the thesaurus of the options'
   files.  Without files the thesaurus is that of the first of `before` that it can be
   read from as a whole; where it can be read from none the database has none.
   PALPATE_BAD_INPUT names the file and line that cannot be read. */
palpate_status index_metadata_write(const char *path, struct thesaurus_source *before,
        const palpate_index_options *options, const struct shared_blocks *shared,
        palpate_view remembers, palpate_error *err);

/* Whether the options' thesaurus files are others than those of the database at `path`.
 */
palpate_status thesaurus_differs(bool *differs, const char *path,
        const palpate_index_options *options, palpate_error *err);

/* Replaces the thesaurus in the shard, whose database is at `path`, by the options'
   files; the caller commits. */
palpate_status thesaurus_replace(struct shard *shard, const char *path,
        const palpate_index_options *options, palpate_error *err);

#endif
