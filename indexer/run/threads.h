/* How many threads a run works with. */
#ifndef INDEXER_THREADS_H
#define INDEXER_THREADS_H

#include "indexer/run/run.h"

enum {
    MAX_THREADS = 64,
    THREADS_DEFAULT = 16 /* more would take more than 512 MB on large sites */
};

/* As many as the options say, else one a core; at least 1. */
unsigned run_threads(const struct run *run);

#endif
