/* A question and an index -> ranked candidates. */
#ifndef QUERY_RETRIEVE_H
#define QUERY_RETRIEVE_H

#include <palpate/status.h>

#include "query/expand/question.h"
#include "query/index/engine.h"
#include "query/rank/candidates.h"

enum { RETRIEVE_SMALL = 20000 /* passages of a small site */ };

/* Fetches candidates into an empty list and ranks them: the same ones for every page,
   so that a page goes on where the one before it ended.  PALPATE_NO_MEMORY, or a
   failure of the index. */
palpate_status retrieve_candidates(struct candidates *candidates, struct engine *engine,
        const struct question *question, palpate_error *err);

/* Whether there are any candidates to be had.  Fetches none where the index can tell;
   where it cannot, what is looked at lives in `arena`. */
palpate_status retrieve_any(bool *has, struct engine *engine,
        const struct question *question, struct arena *arena, palpate_error *err);

#endif
