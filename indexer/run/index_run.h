/* What a run is to do -> an index that is built or brought up to date. */
#ifndef INDEXER_INDEX_RUN_H
#define INDEXER_INDEX_RUN_H

#include <palpate/indexer.h>

#include "indexer/run/run_task.h"

/* palpate_index_run(), also of pages in memory: what the task says is not asked of
   `options`. */
palpate_status index_run(palpate_index_summary *summary, const char *path,
        const struct run_task *task, const palpate_index_options *options,
        palpate_error *err);

#endif
