/* Two evaluations of the same queries -> what changed between them. */
#ifndef EVAL_COMPARE_H
#define EVAL_COMPARE_H

#include <palpate/evaluate.h>

#include "core/arena.h"

/* A query whose nDCG@10 differs. */
struct changed_query {
    const palpate_evaluated_query *query;
    double ndcg;
    double against;
    double difference; /* positive where the other is worse */
};

struct comparison {
    palpate_interval differences[PALPATE_MEASURES]; /* paired */
    size_t better;                                  /* queries by their nDCG@10 */
    size_t equal;
    size_t worse;
    struct changed_query *changed; /* the worst first */
    size_t changed_count;
};

/* PALPATE_BAD_ARGUMENT where the queries are not the same; PALPATE_NO_MEMORY. */
palpate_status compare_evaluations(struct comparison *comparison, struct arena *arena,
        const palpate_evaluation *evaluation, const palpate_evaluation *against,
        palpate_error *err);

#endif
