/* A database that was written -> the manifest beside it (core/manifest.h). */
#ifndef INDEXER_SEAL_H
#define INDEXER_SEAL_H

#include <palpate/status.h>
#include <stdbool.h>

#include "core/manifest.h"

/* Writes the manifest of a database that was built, before it is published: whoever
   publishes syncs it. */
palpate_status seal_new(const char *database, palpate_error *err);

/* Writes and syncs the manifest of a database that an update has changed, by the one
   that it had before, and checks by it what the update was built on: the blocks that it
   replaced.  Where no update is unfinished, it is seal_check().  PALPATE_CORRUPT if one
   of them was damaged, and the old manifest stays, so that the damage is not forgotten.
   PALPATE_IO if the manifest cannot be written: the update stays, and the next run
   calls this again. */
palpate_status seal_update(const char *database, palpate_error *err);

/* The same of what was committed in the folder `staged` (indexer/shard/stage.h), in two
   steps.  The first checks it, and stores its sums beside the manifest: nothing that a
   reader looks at has changed.  `before` is the manifest of the database; blocks that
   it notes as checked are not read again.  `*changes` says whether there is anything to
   publish. */
palpate_status seal_prepare(bool *changes, const char *database, const char *staged,
        const struct manifest *before, palpate_error *err);

/* The second makes it the database: both are on the disk before the first has its
   place.  From then on readers see the update, and without the second it is unfinished.
   So it is where a power failure takes the second renaming back, which is not waited
   for.  `*is_in_place` becomes true once readers see it, also where the manifest then
   could not be replaced and the next run must call seal_update(). */
palpate_status seal_publish(bool *is_in_place, const char *database, const char *staged,
        palpate_error *err);

/* Checks before an update what nothing checks after it: that the list of the blocks
   that it may overwrite names none that are in use.  PALPATE_CORRUPT. */
palpate_status seal_check(const char *database, palpate_error *err);

/* Reads every block that the manifest knows, to find out why a commit failed.
   PALPATE_CORRUPT for the first that is damaged. */
palpate_status seal_find_damage(const char *database, palpate_error *err);

/* Writes iamglass anew as the manifest has it, where all else is as the manifest says;
   false where that is not so or cannot be written, and nothing was changed. */
bool seal_restore(const char *database);

/* Writes the manifest anew, where all else is sound as far as its form tells; false
   likewise. */
bool seal_renew(const char *database);

/* The sums of the state that `blocks` is of, where `before` may be that of the state
   before the last commit, or NULL. */
palpate_status seal_make(struct manifest *out, xc_blocks *blocks,
        const struct manifest *before, palpate_error *err);

#endif
