/* What a run is to do, besides its options. */
#ifndef INDEXER_RUN_TASK_H
#define INDEXER_RUN_TASK_H

#include "indexer/source/source_page.h"

struct run_task {
    const char *const *sources;
    size_t source_count;
    const struct source_page *pages; /* in memory */
    size_t page_count;
    const palpate_view *deletes; /* addresses of pages that leave the index */
    size_t delete_count;
    bool keeps_others; /* what is not named stays */
};

#endif
