/* A question -> what whole articles say of it, beside their passages. */
#ifndef QUERY_ARTICLE_SCORE_H
#define QUERY_ARTICLE_SCORE_H

#include <palpate/status.h>
#include <stddef.h>
#include <stdint.h>

#include "core/arena.h"
#include "query/expand/question.h"
#include "query/index/engine.h"
#include "query/rank/article_map.h"
#include "query/rank/candidate.h"

/* The articles that have most of the query, by BM25F over all of each. */
struct article_scores {
    struct engine_result found; /* best first: the first passages of the articles */
    struct article_map places;  /* first passage -> place in `found`, from 1 */
};

/* What counts of the weight of an article, from 0 to 1: all of it for a statement, half
   for a long question if none of the best candidates is of an article that is named by
   what is asked about, and else nothing: on a site of topics the question is answered
   in one place, among papers it is answered by all of one.  `candidates` are in the
   order of their scores. */
double article_scores_share(const struct question *question,
        const struct candidate *candidates, size_t count);

/* Asks the index.  Lives in `arena` but for `found`, which article_scores_free() gives
   back.  PALPATE_NO_MEMORY, or a failure of the index. */
palpate_status article_scores_find(struct article_scores *out, struct engine *engine,
        const struct question *question, struct arena *arena, palpate_error *err);
void article_scores_free(struct article_scores *scores);

/* Adds to the scores of candidates a share of what their articles are worth.  An
   article that was not found is worth as much as the last one that was. */
void article_scores_add(const struct article_scores *scores,
        struct candidate *candidates, size_t count, const struct rank_query *query,
        double share);

#endif
