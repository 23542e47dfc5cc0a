/* The folder of an index: generations, the stub that names the live one, the lock. */
#ifndef INDEXER_GENERATION_H
#define INDEXER_GENERATION_H

#include <palpate/status.h>
#include <stdbool.h>
#include <stdint.h>

#include "core/index_folder.h"

/* An index folder held by this writer alone. */
struct generation {
    char root[INDEX_PATH];
    char live[INDEX_PATH];  /* database of the live generation, or empty */
    char fresh[INDEX_PATH]; /* folder of the one being built, or empty */
    unsigned live_number;
    unsigned fresh_number;
    unsigned kept_number; /* of the generation that stays beside the fresh one */
    palpate_error damage; /* PALPATE_OK, or why the stub names no live generation */
    bool live_is_damaged; /* so that another one is kept beside the fresh one */
    int lock;
};

/* Makes the folder where it is missing, takes the lock and finds the live generation.
   A stub that names none is no failure here: `damage` says what is wrong with it.
   PALPATE_LOCKED while another writer has it, PALPATE_IO, PALPATE_BAD_ARGUMENT for a
   path that cannot be one, PALPATE_REFUSED for a folder of other files. */
palpate_status generation_open(
        struct generation *generation, const char *path, palpate_error *err);

/* Gives the lock back and removes what was begun and not published. */
void generation_close(struct generation *generation);

/* The highest number of a generation in the folder that is lower than `limit`, or 0. */
unsigned generation_before(const struct generation *generation, unsigned limit);

/* Removes what killed runs left, where the stub names a live generation: all but that
   one and the one before, which readers may still have open, and in these two all but
   their databases. */
void generation_sweep(const struct generation *generation);

/* Removes all generations but the live one and `kept_number`, and makes the folder of
   the next generation. */
palpate_status generation_begin(struct generation *generation, palpate_error *err);

/* Removes a database of the fresh generation. */
void generation_remove(const char *path);

/* Removes from the fresh generation all but its database: the parts it was merged from.
 */
void generation_trim(const struct generation *generation);

/* Writes the manifest of the fresh generation, and all of it to the disk, publishes its
   database "shard", and "shard-1" and so on if there are more, by renaming the stub
   over the old one, and sweeps.  A failure before the renaming leaves the old stub,
   PALPATE_IO.  One after it, PALPATE_IO too, leaves the new one, and both generations:
   the fresh one is live then. */
palpate_status generation_publish(struct generation *generation, palpate_error *err);

/* Makes a generation that stands in the folder the live one, and removes all others but
   the one before it.  Failures as of generation_publish(). */
palpate_status generation_return(
        struct generation *generation, unsigned number, palpate_error *err);

/* Bytes of the live generation on disk. */
uint64_t generation_bytes(const struct generation *generation);

#endif
