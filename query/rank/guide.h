/* A title and a question -> how much the article was made for what is asked. */
#ifndef QUERY_GUIDE_H
#define QUERY_GUIDE_H

#include "core/record.h"
#include "query/expand/terms.h"
#include "query/rank/verify.h"

/* The idf of what the title names of the question, where it also says the kind of
   passages that is asked for and this is one: "Exercises for neck pain" was made for
   "exercises for a stiff neck".  Else it is 0. */
double guide_to(const struct query_terms *terms, const struct passage_record *record,
        const struct passage_matches *matches);

/* Those of `kinds` that no word asks for which the title says, too: "fever" is part of
   the name in "hay fever", and asks for no warnings there. */
uint32_t guide_kinds_beside(const struct query_terms *terms, uint32_t kinds,
        const struct passage_matches *matches);

#endif
