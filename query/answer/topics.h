/* An index -> its topics from A to Z. */
#ifndef QUERY_TOPICS_H
#define QUERY_TOPICS_H

#include <palpate/topics.h>

#include "query/index/engine.h"

/* palpate_topics_list() on an engine, within the budget of the question that was begun.
 */
palpate_status topics_list(palpate_topics **out, struct engine *engine, uint32_t limit,
        palpate_error *err);

#endif
