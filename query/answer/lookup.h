/* The name of a passage -> the passage. */
#ifndef QUERY_LOOKUP_H
#define QUERY_LOOKUP_H

#include "query/answer/answer.h"
#include "query/index/engine.h"

/* Fills the answer with the passage as its only hit, or with none where there is none.
 */
palpate_status lookup_passage(palpate_answer *answer, struct engine *engine,
        uint64_t article, uint32_t ordinal, palpate_error *err);

#endif
