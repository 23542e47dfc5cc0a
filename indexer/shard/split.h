/* The parts of a build -> the databases of the index: one, or several shards. */
#ifndef INDEXER_SPLIT_H
#define INDEXER_SPLIT_H

#include <palpate/status.h>
#include <stdbool.h>
#include <stdint.h>

struct split {
    unsigned shards;  /* databases of the index, at least 1 */
    unsigned threads; /* that make them */
    bool read_only;   /* without term lists */
};

/* Merges the parts in `folder`, and the metadata beside them, into the database "shard"
   there.  Of several shards each article goes to the one that its key chooses, with the
   numbers that its passages have in one database, and all metadata go to the first; the
   others have what their passages are read by.  The metadata must be of a database with
   term lists then.  PALPATE_LIMIT where so many shards cannot number the passages. */
palpate_status split_parts(const char *folder, uint32_t parts,
        const struct split *split, palpate_error *err);

#endif
