/* How an answer is sorted -> what the query must have, and which candidate is first. */
#ifndef QUERY_ORDER_H
#define QUERY_ORDER_H

#include <palpate/search.h>
#include <stddef.h>

#include "query/language/syntax.h"
#include "query/rank/candidate.h"

/* Makes demands of the wishes that stand side by side in `tree`, where the user demands
   nothing and offers no choice: in the order of dates what has one of many words would
   come before what is meant.  Returns whether there was anything to demand. */
bool order_demand_all(struct query_tree *tree);

/* Sorts by score or by date; equals by their place in the index. */
void order_candidates(struct candidate *candidates, size_t count, palpate_sort sort);

#endif
