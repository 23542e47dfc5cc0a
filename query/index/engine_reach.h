/* Servers that fail, and are back -> an engine that asks those that answer. */
#ifndef QUERY_ENGINE_REACH_H
#define QUERY_ENGINE_REACH_H

#include "query/index/engine_inside.h"

/* Whether servers have a part of the index of the engine, or should. */
bool engine_is_reaching(const struct engine *engine);

/* Takes up what was published since, and servers that are back.  PALPATE_NETWORK with a
   server that does not answer, unless what others have is enough. */
palpate_status engine_reach_newest(
        struct engine *engine, bool *changed, palpate_error *err);

/* Waits for servers no longer than a part of what this budget has. */
void engine_reach_within(struct engine *engine, const struct budget *budget);

#endif
