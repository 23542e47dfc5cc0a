#include "query/eval/compare.h"

#include <stdlib.h>

#include "core/fail.h"
#include "core/view.h"
#include "query/eval/bootstrap.h"

/* Saved measures are rounded: what is nearer than this is equal. */
static const double NEAR = 1e-8;

struct place {
    const palpate_evaluated_query *query;
};

static palpate_status no_memory(palpate_error *err)
{
    return fail(err, PALPATE_NO_MEMORY, "out of memory for a comparison");
}

static int by_id(const void *left, const void *right)
{
    const struct place *a = left;
    const struct place *b = right;

    return view_compare(a->query->id, b->query->id);
}

static struct place *sorted_by_id(
        struct arena *arena, const palpate_evaluation *evaluation)
{
    struct place *sorted =
            arena_zeroed(arena, evaluation->query_count + 1, sizeof *sorted);

    for (size_t i = 0; sorted != NULL && i < evaluation->query_count; i++)
        sorted[i].query = &evaluation->queries[i];
    if (sorted != NULL && evaluation->query_count > 1)
        qsort(sorted, evaluation->query_count, sizeof *sorted, by_id);
    return sorted;
}

static palpate_status check_pairs(const struct place *left, const struct place *right,
        size_t count, palpate_error *err)
{
    for (size_t i = 0; i < count; i++) {
        int order = by_id(&left[i], &right[i]);
        palpate_view alone = order < 0 ? left[i].query->id : right[i].query->id;
        if (order != 0)
            return fail(err, PALPATE_BAD_ARGUMENT,
                    "the evaluations are not of the same queries: %.*s is in one only",
                    (int)alone.size, alone.data);
    }
    return PALPATE_OK;
}

static int by_difference(const void *left, const void *right)
{
    const struct changed_query *a = left;
    const struct changed_query *b = right;

    if (a->difference != b->difference)
        return a->difference < b->difference ? -1 : 1;
    return view_compare(a->query->id, b->query->id);
}

static void take_pair(struct comparison *comparison,
        const palpate_evaluated_query *query, const palpate_evaluated_query *against)
{
    double ndcg = query->measures[PALPATE_NDCG_10];
    double other = against->measures[PALPATE_NDCG_10];
    double difference = ndcg - other;

    if (difference <= NEAR && difference >= -NEAR) {
        comparison->equal++;
        return;
    }
    comparison->better += difference > 0;
    comparison->worse += difference < 0;
    comparison->changed[comparison->changed_count++] =
            (struct changed_query){ query, ndcg, other, difference };
}

palpate_status compare_evaluations(struct comparison *comparison, struct arena *arena,
        const palpate_evaluation *evaluation, const palpate_evaluation *against,
        palpate_error *err)
{
    size_t count = evaluation->query_count;
    struct place *left = sorted_by_id(arena, evaluation);
    struct place *right = sorted_by_id(arena, against);
    double *values = arena_zeroed(arena, count + 1, sizeof *values);

    *comparison = (struct comparison){ .changed = arena_zeroed(arena, count + 1,
                                               sizeof *comparison->changed) };
    if (left == NULL || right == NULL || values == NULL || comparison->changed == NULL)
        return no_memory(err);
    if (count != against->query_count)
        return fail(err, PALPATE_BAD_ARGUMENT,
                "the evaluations are not of the same queries: %zu against %zu", count,
                against->query_count);
    palpate_status status = check_pairs(left, right, count, err);
    if (status != PALPATE_OK)
        return status;
    for (int measure = 0; measure < PALPATE_MEASURES; measure++) {
        for (size_t i = 0; i < count; i++)
            values[i] = left[i].query->measures[measure] -
                        right[i].query->measures[measure];
        comparison->differences[measure] = bootstrap_mean(values, count);
    }
    for (size_t i = 0; i < count; i++)
        take_pair(comparison, left[i].query, right[i].query);
    qsort(comparison->changed, comparison->changed_count, sizeof *comparison->changed,
            by_difference);
    return PALPATE_OK;
}
