/* A live database -> a folder beside it in which an update commits, so that what it has
   written is checked before a reader sees any of it.  Of several databases, the shards
   of an index, each has its folder.

   The tables there are those of the live database, by hard links: the blocks that an
   update writes are none that the live state uses.  iamglass, which says what the state
   is, is the update's own until it is published. */
#ifndef INDEXER_STAGE_H
#define INDEXER_STAGE_H

#include <palpate/status.h>
#include <stdbool.h>

#include "core/manifest.h"
#include "indexer/shard/generation.h"

struct stage {
    const char *live;        /* the database, or the first; borrowed */
    unsigned count;          /* of databases */
    char folder[INDEX_PATH]; /* where the update of it commits, or empty */
};

/* Makes the folder of the database `live`, which must outlive the stage.  On a file
   system that has no hard links there is none, and the update commits in the database
   itself: readers then see it before it is checked. */
void stage_open(struct stage *stage, const char *live);

/* The path of the database that the update opens. */
const char *stage_database(const struct stage *stage);

/* Checks what was committed, stores its sums and lets readers see it.  PALPATE_CORRUPT
   if it was built on a damaged block, PALPATE_IO if something cannot be written.
   `before` are the manifests of the live databases, with what the update has checked of
   them.  `*is_in_place` says whether readers see the update, on failure, too. */
palpate_status stage_publish(const struct stage *stage, const struct manifest *before,
        bool *is_in_place, palpate_error *err);

/* Lets readers see the rest of an update of several databases whose run ended while it
   was published: all of it was checked and stored.  Without such an update it does
   nothing.  PALPATE_IO. */
palpate_status stage_finish(const char *live, palpate_error *err);

/* Removes the folder.  Nothing may have the database in it open.  A stage that was
   never opened, all zeros, is no mistake. */
void stage_close(struct stage *stage);

#endif
