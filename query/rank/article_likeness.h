/* Ranked candidates and the words of the best -> those first whose articles have more
   of these words. */
#ifndef QUERY_ARTICLE_LIKENESS_H
#define QUERY_ARTICLE_LIKENESS_H

#include <palpate/status.h>

#include "query/expand/question.h"
#include "query/index/significant_terms.h"
#include "query/rank/candidates.h"

enum {
    LIKENESS_SAMPLES = 20, /* passages that the words are of */
    LIKENESS_TERMS = 30    /* of them that are looked for */
};

/* Whether the query is a claim: what supports it may say it in other words. */
bool article_likeness_pays(
        const struct question *question, const struct candidates *candidates);

/* Raises the candidates by what of `terms` their articles have, but for the words of
   the user, and sorts them anew.  PALPATE_NO_MEMORY, or a failure of the index. */
palpate_status article_likeness_add(struct candidates *candidates,
        struct engine *engine, const struct question *question,
        const struct significant_terms *terms, palpate_error *err);

#endif
