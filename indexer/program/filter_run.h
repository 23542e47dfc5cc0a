/* A file -> what a command makes of it, in a process with limits. */
#ifndef PALPATE_INDEX_FILTER_RUN_H
#define PALPATE_INDEX_FILTER_RUN_H

#include <stdbool.h>

#include "filters.h"

enum {
    FILTER_SECONDS = 120,                 /* until a command is ended */
    FILTER_OUTPUT = 64 * 1024 * 1024 + 1, /* bytes that it may write */
    FILTER_REASON = 300
};

/* Runs the command of a filter with the file `input` as its standard input; what it
   writes goes into `*output`, a file that the caller closes, or -1.  False with the
   reason, if it did not end well: the last line of its standard error, as far as it
   wrote one.  The process is ended after FILTER_SECONDS, with all that it started. */
bool filter_run(int *output, char reason[FILTER_REASON], const struct filter *filter,
        const char *pdf, int input);

#endif
