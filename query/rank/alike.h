/* The words that set passages apart -> other passages that have them. */
#ifndef QUERY_ALIKE_H
#define QUERY_ALIKE_H

#include <palpate/status.h>

#include "query/expand/question.h"
#include "query/index/engine.h"
#include "query/rank/candidates.h"
#include "query/rank/significant.h"

/* Keys of articles. */
struct alike_keys {
    uint64_t *items;
    size_t count;
};

/* Sorts them and keeps each once. */
void alike_settle_keys(struct alike_keys *keys);

struct alike_request {
    const struct significant *terms;
    const struct alike_keys *keys; /* settled: articles that are no news */
    uint32_t limit;                /* passages to look at */
    double best;     /* what the most alike comes close to; others get their share */
    bool is_related; /* what is found is marked as related */
};

/* Appends to the candidates, the most alike first, what is alike enough and passes the
   query's filters.  `*is_all` (may be NULL) says that there is no more of it. */
palpate_status alike_add(struct candidates *candidates, struct engine *engine,
        const struct question *question, const struct alike_request *request,
        bool *is_all, palpate_error *err);

#endif
