/* Measures of each query -> an evaluation, which owns what it says. */
#ifndef EVAL_EVALUATION_H
#define EVAL_EVALUATION_H

#include <palpate/evaluate.h>

#include "core/arena.h"

struct owned_evaluation {
    palpate_evaluation evaluation; /* first, so that one address serves both */
    struct arena arena;
    palpate_evaluated_query *queries;
    size_t room;
};

/* PALPATE_NO_MEMORY. */
palpate_status evaluation_open(struct owned_evaluation **out, palpate_error *err);

/* Takes one query; its views must live in the arena. */
palpate_status evaluation_add(struct owned_evaluation *owned,
        const palpate_evaluated_query *query, palpate_error *err);

/* Works out the means, intervals and times of what was added. */
palpate_status evaluation_finish(struct owned_evaluation *owned, palpate_error *err);

#endif
