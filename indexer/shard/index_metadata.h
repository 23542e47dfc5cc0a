/* The stamp and the thesaurus -> metadata of a database. */
#ifndef INDEXER_INDEX_METADATA_H
#define INDEXER_INDEX_METADATA_H

#include <palpate/indexer.h>

#include "indexer/content/shared_blocks.h"
#include "indexer/shard/shard.h"
#include "indexer/shard/thesaurus_source.h"

/* What metadata have of a run besides its options. */
struct run_facts {
    const struct shared_blocks *shared;
    palpate_view dictionary; /* of the records, as the index keeps it; or nothing */
    palpate_view remembers;  /* what the index is to remember of the run; or nothing */
    palpate_view curation;   /* without data it is carried over */
};

/* Creates a database at `path` with the stamp, the base address, the facts of the run
   and the thesaurus of the options' files, and the curation.  Without files the
   thesaurus is that of the first of `before` that it can be read from as a whole; where
   it can be read from none the database has none.  So it is with the curation where it
   has no data.  PALPATE_BAD_INPUT names the file and line that cannot be read. */
palpate_status index_metadata_write(const char *path, struct thesaurus_source *before,
        const palpate_index_options *options, const struct run_facts *facts,
        palpate_error *err);

/* Whether the options' thesaurus files are others than those of the database at `path`.
 */
palpate_status thesaurus_differs(bool *differs, const char *path,
        const palpate_index_options *options, palpate_error *err);

/* Replaces the thesaurus in the shard, whose database is at `path`, by the options'
   files; the caller commits. */
palpate_status thesaurus_replace(struct shard *shard, const char *path,
        const palpate_index_options *options, palpate_error *err);

#endif
