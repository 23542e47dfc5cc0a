/* What the user typed -> the passages that may answer it, as typed or as it was meant.
 */
#ifndef QUERY_FIND_H
#define QUERY_FIND_H

#include <palpate/search.h>

#include "core/arena.h"
#include "query/expand/question.h"
#include "query/index/engine.h"
#include "query/rank/candidates.h"

/* A search under way. */
struct search {
    struct engine *engine;
    struct arena *arena; /* in which what it works with lives */
    palpate_answer *answer;
    struct question question;
    struct candidates candidates;
};

/* Reads the query and adds the other names of what it names. */
palpate_status find_read(struct search *search, palpate_view query, palpate_error *err);

/* Retrieves the candidates of a query that was read; of another spelling or reading of
   it, where that is better, which the answer then says. */
palpate_status find_hits(struct search *search, palpate_view query, palpate_error *err);

#endif
