/* Ranked candidates -> those first that are like the best, and after few of them
   others that are about the same, though they have none of the words. */
#ifndef QUERY_RELATED_PASSAGES_H
#define QUERY_RELATED_PASSAGES_H

#include <palpate/status.h>

#include "query/expand/question.h"
#include "query/index/engine.h"
#include "query/rank/candidates.h"

/* Finds the words that set the best hits apart.  Where the query has few words, raises
   what shares those; where it brought fewer hits than were asked for, searches for them
   and puts what that finds after all that has the user's own: it cannot outrank what
   the user asked for.  PALPATE_NO_MEMORY, or a failure of the index. */
palpate_status related_passages_rank(struct candidates *candidates,
        struct engine *engine, const struct question *question, palpate_error *err);

#endif
