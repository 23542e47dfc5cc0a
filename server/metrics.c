#include "server/metrics.h"

#include <inttypes.h>

static const struct {
    uint64_t us;
    const char *seconds;
} BOUNDS[METRIC_BUCKETS] = {
    { 500, "0.0005" },
    { 1000, "0.001" },
    { 2500, "0.0025" },
    { 5000, "0.005" },
    { 10000, "0.01" },
    { 25000, "0.025" },
    { 50000, "0.05" },
    { 100000, "0.1" },
    { 250000, "0.25" },
    { 500000, "0.5" },
    { 1000000, "1" },
    { 2500000, "2.5" },
};

void metrics_count(struct metrics *metrics, unsigned status, uint64_t took_us)
{
    int bucket = 0;

    while (bucket < METRIC_BUCKETS && took_us > BOUNDS[bucket].us)
        bucket++;
    metrics->buckets[bucket]++;
    metrics->sum_us += took_us;
    if (status < METRIC_STATUSES)
        metrics->by_status[status]++;
}

static void head(
        struct text *text, const char *name, const char *type, const char *help)
{
    text_add_format(text, "# HELP %s %s\n# TYPE %s %s\n", name, help, name, type);
}

static void write_one(struct text *text, const char *name, const char *type,
        const char *help, uint64_t value)
{
    head(text, name, type, help);
    text_add_format(text, "%s %" PRIu64 "\n", name, value);
}

static void write_durations(struct text *text, struct metrics *metrics)
{
    static const char NAME[] = "palpate_http_request_duration_seconds";
    uint64_t count = 0;

    head(text, NAME, "histogram",
            "Time from a request's first line to its whole answer.");
    for (int i = 0; i < METRIC_BUCKETS; i++) {
        count += metrics->buckets[i];
        text_add_format(text, "%s_bucket{le=\"%s\"} %" PRIu64 "\n", NAME,
                BOUNDS[i].seconds, count);
    }
    count += metrics->buckets[METRIC_BUCKETS];
    text_add_format(text, "%s_bucket{le=\"+Inf\"} %" PRIu64 "\n", NAME, count);
    text_add_format(text, "%s_sum %.6f\n", NAME, (double)metrics->sum_us / 1e6);
    text_add_format(text, "%s_count %" PRIu64 "\n", NAME, count);
}

static void write_statuses(struct text *text, struct metrics *metrics)
{
    static const char NAME[] = "palpate_http_requests_total";

    head(text, NAME, "counter", "Answers by status.");
    for (int status = 0; status < METRIC_STATUSES; status++)
        if (metrics->by_status[status] > 0)
            text_add_format(text, "%s{code=\"%d\"} %" PRIu64 "\n", NAME, status,
                    (uint64_t)metrics->by_status[status]);
}

static void write_cache(struct text *text, const struct cache_figures *cache)
{
    write_one(text, "palpate_cache_hits_total", "counter",
            "Answers that were kept from before.", cache->hits);
    write_one(text, "palpate_cache_misses_total", "counter",
            "Answers that had to be searched.", cache->misses);
    write_one(text, "palpate_cache_evictions_total", "counter",
            "Answers that made room for newer ones.", cache->evictions);
    write_one(text, "palpate_cache_bytes", "gauge", "Size of the answers kept.",
            cache->bytes);
    write_one(text, "palpate_cache_answers", "gauge", "Answers kept.", cache->count);
}

static void write_questions(struct text *text, const struct metrics_now *now)
{
    write_one(text, "palpate_questions_total", "counter",
            "Questions that were finished (counted with --queries).", now->asked);
    write_one(text, "palpate_questions_unanswered_total", "counter",
            "Of them, those that found nothing.", now->unanswered);
    write_one(text, "palpate_questions_corrected_total", "counter",
            "Of them, those whose spelling was corrected.", now->corrected);
    write_one(text, "palpate_pages_opened_total", "counter",
            "Pages that were opened from the search page (--clicks).", now->opened);
}

void metrics_write(
        struct text *text, struct metrics *metrics, const struct metrics_now *now)
{
    write_durations(text, metrics);
    write_statuses(text, metrics);
    write_one(text, "palpate_partial_answers_total", "counter",
            "Answers that the deadline cut short.", metrics->partial);
    write_one(text, "palpate_search_failures_total", "counter", "Searches that failed.",
            metrics->failures);
    write_one(text, "palpate_connections_refused_total", "counter",
            "Connections beyond the bounds.", metrics->refused);
    write_one(text, "palpate_index_reloads_total", "counter",
            "Times that a newer index was taken up.", metrics->swaps);
    write_one(text, "palpate_limits_reloads_total", "counter",
            "Times that the limits were read again.", metrics->reloads);
    write_one(text, "palpate_index_generation_age_seconds", "gauge",
            "Time since the index that answers was written.", now->generation_age_s);
    write_one(text, "palpate_index_bytes", "gauge", "Size of the index on disk.",
            now->index_bytes);
    write_one(text, "palpate_index_passages", "gauge", "Passages in the index.",
            now->passages);
    write_cache(text, &now->cache);
    write_questions(text, now);
    write_one(text, "palpate_connections", "gauge", "Open connections.",
            now->connections);
    write_one(text, "palpate_requests_waiting", "gauge",
            "Requests that wait for a thread.", now->waiting);
}
