/* Ranked candidates -> which were found by another name, and a place for the best. */
#ifndef QUERY_OTHER_NAMES_H
#define QUERY_OTHER_NAMES_H

#include "query/expand/question.h"
#include "query/rank/candidate.h"

/* The other name that a candidate has where it lacks words of the user's name for the
   same thing; NULL where there is none. */
const struct query_expansion *other_names_of(
        const struct question *question, const struct candidate *candidate);

/* Whether a candidate is about what another name names: its title or a heading has it
   instead of the user's words. */
bool other_names_lead(
        const struct question *question, const struct candidate *candidate);

#endif
