/* The idf of words that are known by other names -> that of the thing that they name.
 */
#ifndef QUERY_CONCEPT_WEIGHTS_H
#define QUERY_CONCEPT_WEIGHTS_H

#include "query/expand/expansion.h"
#include "query/expand/terms.h"

/* A word of which another single word says the same is as common as the commoner of the
   two: "physio" is rare on a site that writes "physiotherapy" on every page, and tells
   passages apart no better.  Lowers the idf of such words; the terms have been weighed.
   Names of several words are left out, since how many passages have them is not known.
 */
void concept_weights_apply(
        struct query_terms *terms, const struct query_expansions *expansions);

#endif
