/* The name of a passage -> the passage. */
#ifndef QUERY_GET_PASSAGE_H
#define QUERY_GET_PASSAGE_H

#include "query/answer/answer.h"
#include "query/index/engine.h"

/* Fills the answer with the passage as its only hit, or with none where there is none.
 */
palpate_status get_passage(palpate_answer *answer, struct engine *engine,
        uint64_t article, uint32_t ordinal, palpate_error *err);

#endif
