/* What happened since the start, counted for Prometheus. */
#ifndef SERVER_METRICS_H
#define SERVER_METRICS_H

#include <stdatomic.h>
#include <stdint.h>

#include "server/cache.h"
#include "server/text.h"

enum { METRIC_BUCKETS = 12, METRIC_STATUSES = 600 };

/* Counted from many threads at once. */
struct metrics {
    _Atomic uint64_t buckets[METRIC_BUCKETS + 1]; /* the last has no upper bound */
    _Atomic uint64_t sum_us;
    _Atomic uint64_t by_status[METRIC_STATUSES];
    _Atomic uint64_t partial;  /* answers that the deadline cut short */
    _Atomic uint64_t refused;  /* connections beyond the bounds */
    _Atomic uint64_t swaps;    /* times that a newer index was taken up */
    _Atomic uint64_t reloads;  /* of the limits */
    _Atomic uint64_t failures; /* searches that failed */
};

void metrics_count(struct metrics *metrics, unsigned status, uint64_t took_us);

/* What is true now, besides what was counted. */
struct metrics_now {
    uint64_t generation_age_s;
    uint64_t index_bytes;
    uint64_t passages;
    uint64_t connections;
    uint64_t waiting;
    struct cache_figures cache;
    uint64_t asked; /* questions, as --queries counts them */
    uint64_t unanswered;
    uint64_t corrected;
    uint64_t opened; /* pages */
};

void metrics_write(
        struct text *text, struct metrics *metrics, const struct metrics_now *now);

#endif
