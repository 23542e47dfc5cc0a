/* Processes that run the filters of palpate-index, which itself may start none once it
   is confined. */
#ifndef PALPATE_INDEX_FILTER_HOST_H
#define PALPATE_INDEX_FILTER_HOST_H

#include <palpate/palpate.h>
#include <pthread.h>

#include "filters.h"

enum { MAX_FILTER_CHANNELS = 8 };

struct filter_host {
    const struct filters *filters;
    int channels[MAX_FILTER_CHANNELS]; /* to a process each; -1 once it has ended */
    bool is_busy[MAX_FILTER_CHANNELS];
    size_t count;
    pthread_mutex_t lock;
    pthread_cond_t freed;
};

/* Starts up to `wanted` processes, none if no file needs a filter.  Before threads and
   confinement.  The filters are borrowed.  To be ended by filter_host_end(). */
void filter_host_start(
        struct filter_host *host, const struct filters *filters, size_t wanted);
void filter_host_end(struct filter_host *host);

/* palpate_index_options.filter, with the host as its user. */
palpate_status filter_host_convert(void *user, char **html, size_t *size,
        const char *ending, palpate_view bytes, palpate_error *err);

#endif
