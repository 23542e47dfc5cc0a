#include "indexer/run/threads.h"

#include <unistd.h>

unsigned run_threads(const struct run *run)
{
    long cores = sysconf(_SC_NPROCESSORS_ONLN);
    unsigned jobs = run->options->jobs;

    if (jobs == 0)
        jobs = cores <= 0                ? 1
               : cores > THREADS_DEFAULT ? THREADS_DEFAULT
                                         : (unsigned)cores;
    return jobs > MAX_THREADS ? MAX_THREADS : jobs;
}
