/* Ranked candidates and the words of the best -> those first that are like the best. */
#ifndef QUERY_RERANK_H
#define QUERY_RERANK_H

#include <palpate/status.h>

#include "core/term.h"
#include "query/expand/question.h"
#include "query/rank/candidates.h"
#include "query/rank/feedback_terms.h"

enum { RERANK_TERMS = 20 }; /* that are looked at, the first */

/* Whether there are so few words in the query that those of the best hits say better
   what was meant. */
bool rerank_pays(const struct question *question, const struct candidates *candidates);

/* Raises the first candidates by what they share with the best, whose words are
   `terms`, and sorts them anew.  What a passage earns for it is at most what it has
   earned by the user's own words.  PALPATE_NO_MEMORY. */
palpate_status rerank_candidates(struct candidates *candidates,
        const struct question *question, const struct significant_terms *terms,
        struct analyzer *analyzer, palpate_error *err);

#endif
