/* What was typed so far and an index -> what it may become. */
#ifndef QUERY_SUGGEST_H
#define QUERY_SUGGEST_H

#include <palpate/suggest.h>

#include "query/index/engine.h"

/* palpate_suggest() on an engine, within the budget of the question that was begun. */
palpate_status suggest(palpate_suggestions **out, struct engine *engine,
        palpate_view typed, uint32_t limit, palpate_error *err);

#endif
