/* Ranked candidates -> the hits, totals and facets of an answer. */
#ifndef QUERY_LISTING_H
#define QUERY_LISTING_H

#include <palpate/search.h>

#include "query/expand/question.h"
#include "query/index/engine.h"
#include "query/rank/candidates.h"

/* Groups the candidates, walks on where the page reaches beyond them, and fills the
   answer.  PALPATE_NO_MEMORY, or a failure of the index. */
palpate_status listing_write(palpate_answer *answer, struct candidates *candidates,
        struct engine *engine, const struct question *question, palpate_error *err);

#endif
