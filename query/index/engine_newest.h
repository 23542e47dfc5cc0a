/* The folder of an index -> the database of an engine, checked, and the newest one. */
#ifndef QUERY_ENGINE_NEWEST_H
#define QUERY_ENGINE_NEWEST_H

#include "query/index/engine_inside.h"

/* Opens what is published now and puts it in the place of what was open; where it
   cannot be opened, what was open stays.  PALPATE_CORRUPT with the way out, … */
palpate_status engine_open_newest(struct engine *engine, palpate_error *err);

/* Checks what is read of the database by the manifest of the state that it is in now,
   where an update has brought it to another one. */
palpate_status engine_guard_newest(struct engine *engine, palpate_error *err);

/* Closes the database of the engine, and then what it is checked and read by. */
void engine_close_database(struct engine *engine);

/* Whether something else is published than what is open. */
bool engine_is_replaced(const struct engine *engine);

/* What tells one state of a database from another, as far as its documents go. */
palpate_status engine_measure(struct engine *engine, uint32_t *passages, uint32_t *last,
        xc_database *database, palpate_error *err);

/* Says that the index of the engine cannot be read. */
palpate_status engine_no_index(
        const struct engine *engine, const xc_error *reason, palpate_error *err);

#endif
