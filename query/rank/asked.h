/* What a question asks for -> how much a passage is of that. */
#ifndef QUERY_ASKED_H
#define QUERY_ASKED_H

#include <palpate/view.h>
#include <stdbool.h>
#include <stdint.h>

#include "core/record.h"

/* Whether a passage is of a kind that is asked for, or its nearest heading says so
   (query/language/intent.h). */
bool asked_is_answered(uint32_t kinds, const struct passage_record *record);

/* 1 for a passage that is what is asked for, more for one that warns, less than 0 for a
   warning that nobody asks for, else 0. */
double asked_kind_share(
        uint32_t kinds, bool asks_if_safe, const struct passage_record *record);

/* 1 for a text with an amount that is asked for (query/language/amounts.h), less where
   it is one of another thing than what is to be `counted`, else 0. */
double asked_amount_share(uint32_t amounts, palpate_view counted, palpate_view text);

#endif
