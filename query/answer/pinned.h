/* The rules that a question meets -> pages at the head of its candidates, and notices
   beside the hits. */
#ifndef QUERY_PINNED_H
#define QUERY_PINNED_H

#include <palpate/search.h>

#include "query/expand/curated.h"
#include "query/index/engine.h"
#include "query/rank/candidates.h"

/* Puts the best passage of each page that is pinned before all other candidates, in the
   order of the rules, and writes the notices: the sentences of notes, and the pages
   that the index lacks.  In an order of dates no page is pinned. */
palpate_status pinned_put(palpate_answer *answer, struct candidates *candidates,
        struct engine *engine, const struct question *question,
        const struct curated *curated, palpate_error *err);

#endif
