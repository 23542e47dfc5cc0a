/* Hits -> beside each, what its article says of caution. */
#ifndef QUERY_CAUTIONS_H
#define QUERY_CAUTIONS_H

#include <palpate/search.h>

#include "query/expand/question.h"
#include "query/index/engine.h"
#include "query/rank/candidates.h"

enum { CAUTION_HITS = 20 };

/* Finds the first passage of a kind in each of some articles, by their keys, that has
   one.  A failure is the index's. */
typedef palpate_status cautions_lookup(void *user, struct engine_result *out,
        const uint64_t *articles, uint32_t count, enum passage_kind kind,
        palpate_error *err);

struct cautions_request {
    struct arena *arena; /* of the answer */
    const struct question *question;
    const struct candidates *candidates; /* that are tried first, the best first */
    cautions_lookup *lookup;             /* asked for articles that have none there */
    void *user;
};

/* Gives hits that are articles (the first CAUTION_HITS of them) a passage of their
   article on when not to do it, or where the search is for a treatment, on when to see
   a doctor: the one that has most of the query, else the first.  PALPATE_NO_MEMORY, or
   a failure of the index.  `firsts` are the first passages of their articles
   (candidate.h); 0 for an article that has no other passage. */
palpate_status cautions_add(palpate_hit *hits, const uint32_t *firsts, uint32_t count,
        const struct cautions_request *request, palpate_error *err);

#endif
