#include "query/eval/evaluation.h"

#include <stdlib.h>

#include "core/fail.h"
#include "query/eval/bootstrap.h"

static palpate_status no_memory(palpate_error *err)
{
    return fail(err, PALPATE_NO_MEMORY, "out of memory for an evaluation");
}

palpate_status evaluation_open(struct owned_evaluation **out, palpate_error *err)
{
    *out = calloc(1, sizeof **out);
    return *out == NULL ? no_memory(err) : PALPATE_OK;
}

void palpate_evaluation_free(palpate_evaluation *evaluation)
{
    struct owned_evaluation *owned = (struct owned_evaluation *)evaluation;

    if (owned == NULL)
        return;
    arena_free(&owned->arena);
    free(owned);
}

palpate_status evaluation_add(struct owned_evaluation *owned,
        const palpate_evaluated_query *query, palpate_error *err)
{
    palpate_evaluation *evaluation = &owned->evaluation;

    if (!arena_grow(&owned->arena, (void **)&owned->queries, &owned->room,
                evaluation->query_count, sizeof *query))
        return no_memory(err);
    owned->queries[evaluation->query_count++] = *query;
    evaluation->queries = owned->queries;
    return PALPATE_OK;
}

static int by_time(const void *left, const void *right)
{
    uint64_t a = *(const uint64_t *)left;
    uint64_t b = *(const uint64_t *)right;

    return (a > b) - (a < b);
}

/* The least of `count` > 0 ordered times that `percent` of them keep within. */
static uint64_t percentile(const uint64_t *times, size_t count, size_t percent)
{
    return times[(count * percent + 99) / 100 - 1];
}

palpate_status evaluation_finish(struct owned_evaluation *owned, palpate_error *err)
{
    palpate_evaluation *evaluation = &owned->evaluation;
    size_t count = evaluation->query_count;
    double *values = arena_zeroed(&owned->arena, count, sizeof *values);
    uint64_t *times = arena_zeroed(&owned->arena, count, sizeof *times);

    if (values == NULL || times == NULL)
        return no_memory(err);
    if (count == 0)
        return fail(err, PALPATE_BAD_ARGUMENT,
                "no query has anything relevant to be found");
    for (size_t i = 0; i < count; i++)
        times[i] = owned->queries[i].took_us;
    qsort(times, count, sizeof *times, by_time);
    evaluation->median_us = percentile(times, count, 50);
    evaluation->p95_us = percentile(times, count, 95);
    for (int measure = 0; measure < PALPATE_MEASURES; measure++) {
        for (size_t i = 0; i < count; i++)
            values[i] = owned->queries[i].measures[measure];
        evaluation->measures[measure] = bootstrap_mean(values, count);
    }
    return PALPATE_OK;
}
