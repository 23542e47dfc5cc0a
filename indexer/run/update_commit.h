/* An update whose changes are all written -> what readers see. */
#ifndef INDEXER_UPDATE_COMMIT_H
#define INDEXER_UPDATE_COMMIT_H

#include "indexer/run/run.h"
#include "indexer/shard/shard.h"
#include "indexer/shard/stage.h"

/* Commits what the shard has in the folder of the stage, checks what it was built on,
   and lets readers see it.  PALPATE_CORRUPT for an update on damage, which nobody sees;
   PALPATE_IO. */
palpate_status update_commit(const struct run *run, struct shard *shard,
        const struct stage *stage, palpate_error *err);

#endif
