/* Ranked candidates -> those first that are in the language of who asks. */
#ifndef QUERY_LANGUAGE_ORDER_H
#define QUERY_LANGUAGE_ORDER_H

#include <palpate/status.h>

#include "query/expand/question.h"
#include "query/index/engine.h"
#include "query/rank/candidates.h"

/* Puts the candidates in the language of the question first, or where its words do not
   say which that is, in the first of options->languages that the index has; nothing is
   left out.  Not one with less than a twentieth of the score of the best, which has
   only some word by chance; and articles that do not say their language stay where they
   are wanted, too.  Related candidates, dates and an index of one language are left as
   they are.  A failure of the index. */
palpate_status language_order(struct candidates *candidates, struct engine *engine,
        const struct question *question, palpate_error *err);

#endif
