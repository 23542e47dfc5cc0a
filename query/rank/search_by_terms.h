/* The words that set passages apart -> other passages that have them. */
#ifndef QUERY_SEARCH_BY_TERMS_H
#define QUERY_SEARCH_BY_TERMS_H

#include <palpate/status.h>

#include "query/expand/question.h"
#include "query/index/engine.h"
#include "query/rank/candidates.h"
#include "query/rank/feedback_terms.h"

/* Keys of articles. */
struct article_keys {
    uint64_t *items;
    size_t count;
};

/* Sorts them and keeps each once. */
void article_keys_sort(struct article_keys *keys);

struct terms_request {
    const struct significant_terms *terms;
    const struct article_keys *keys; /* settled: articles that are no news */
    uint32_t limit;                  /* passages to look at */
    double best;     /* what the most alike comes close to; others get their share */
    bool is_related; /* what is found is marked as related */
};

/* Appends to the candidates, the most alike first, what is alike enough and passes the
   query's filters.  `*is_all` (may be NULL) says that there is no more of it. */
palpate_status search_by_terms(struct candidates *candidates, struct engine *engine,
        const struct question *question, const struct terms_request *request,
        bool *is_all, palpate_error *err);

#endif
