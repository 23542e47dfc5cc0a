/* A question and the best passage for it -> whether the sentences that are shown of it
   may be called the answer. */
#ifndef QUERY_SURENESS_H
#define QUERY_SURENESS_H

#include <palpate/search.h>
#include <stdbool.h>

#include "query/expand/question.h"
#include "query/rank/candidate.h"

/* Whether the snippet of a hit, made of the candidate, answers the question, as far as
   that can be told: the passage says everything that is asked about, by these words or
   other names of the same; it is of the kind that is asked for, or its heading says
   more of the question than its title; and where an amount is asked for, the sentences
   give one.  docs/RANKING.md has how often that is right. */
bool sureness_has(const struct question *question, const struct candidate *candidate,
        const palpate_hit *hit);

#endif
