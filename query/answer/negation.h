/* Sentences of health advice -> what in them forbids, denies or limits, in the words of
   their language (NULL for English; also where it has no list of them). */
#ifndef QUERY_NEGATION_H
#define QUERY_NEGATION_H

#include <palpate/view.h>
#include <stdbool.h>
#include <stddef.h>

#include "core/stemming.h"

/* Where a word stands that turns what it is about into its opposite ("not", "avoid",
   "no evidence", "unless", "contraindicated"): the first at or after `from`, text.size
   for none. */
size_t negation_find(palpate_view text, size_t from, const struct stemming *language);

/* Whether a sentence takes back or limits the one before it ("However, …", "Do not …",
   "No."): that one is not shown without it. */
bool negation_limits(palpate_view sentence, const struct stemming *language);

/* Whether a sentence says nothing right without the one before it ("Unless it is new.",
   "No."). */
bool negation_leans_back(palpate_view sentence, const struct stemming *language);

/* Whether a sentence leads in a list or what follows it ("…:", "the following"). */
bool negation_leads_in(palpate_view sentence);

#endif
