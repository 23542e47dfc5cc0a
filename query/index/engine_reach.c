#include "query/index/engine_reach.h"

#include "core/fail.h"
#include "core/shim_status.h"
#include "query/index/engine_newest.h"

enum {
    LOOK_US = 1000000, /* between two looks of an engine for what is newer */
    SHARE = 5,         /* of the time for an answer: two of them are waited */
    SHORTEST_MS = 20
};

bool engine_is_reaching(const struct engine *engine)
{
    return engine->wide != NULL && engine->wide->has_remote;
}

void engine_allow_partial(struct engine *engine, bool is_allowed)
{
    engine->allows_partial = is_allowed;
}

const char *engine_missing(const struct engine *engine, uint32_t place)
{
    return engine->wide != NULL && place < engine->wide->missing_count
                   ? engine->wide->missing[place]
                   : NULL;
}

void engine_note_failure(struct engine *engine, const char *message)
{
    if (!engine_is_reaching(engine))
        return;
    wide_reach_fail(&engine->reach, engine->wide->file, message);
    engine->has_failed = true;
}

void engine_reach_within(struct engine *engine, const struct budget *budget)
{
    uint64_t wanted_ms = budget_left(budget) * 2 / SHARE / 1000;

    if (!engine_is_reaching(engine) || budget->end_us == 0)
        return;
    if (wanted_ms < SHORTEST_MS)
        wanted_ms = SHORTEST_MS;
    /* A connection waits as long as it was told when it was made. */
    if (wanted_ms * 3 / 2 < engine->reach.timeout_ms) {
        engine->reach.timeout_ms = (unsigned)wanted_ms;
        engine->has_failed = true;
    }
}

/* Whether all is there, or enough. */
static palpate_status check_missing(const struct engine *engine, palpate_error *err)
{
    const char *missing = engine_missing(engine, 0);

    return missing == NULL || engine->allows_partial
                   ? PALPATE_OK
                   : fail(err, PALPATE_NETWORK, "%s", missing);
}

palpate_status engine_ready(struct engine *engine, palpate_error *err)
{
    palpate_status status = PALPATE_OK;

    if (!engine_is_reaching(engine))
        return PALPATE_OK;
    if (engine->has_failed ||
            (engine_missing(engine, 0) != NULL && wide_reach_is_due(&engine->reach)))
        status = engine_open_newest(engine, err);
    return status == PALPATE_OK ? check_missing(engine, err) : status;
}

/* Asks servers whether they have something newer; `*is_other` where one has, or fails.
 */
static void ask_servers(bool *is_other, struct engine *engine)
{
    uint32_t passages = 0;
    uint32_t last = 0;
    xc_error reason;
    palpate_error unused;

    engine->asked_us = budget_now();
    if (xc_database_reopen(engine->database, NULL, &reason) != XC_OK) {
        engine_note_failure(engine, reason.message);
        *is_other = true;
    } else if (engine_measure(engine, &passages, &last, engine->database, &unused) ==
               PALPATE_OK) {
        *is_other = passages != engine->counted || last != engine->last;
    }
}

palpate_status engine_reach_newest(
        struct engine *engine, bool *changed, palpate_error *err)
{
    bool is_other = engine->has_failed || engine_is_replaced(engine);

    *changed = false;
    if (!is_other && engine_missing(engine, 0) != NULL)
        is_other = wide_reach_is_due(&engine->reach);
    if (!is_other && budget_now() - engine->asked_us >= LOOK_US)
        ask_servers(&is_other, engine);
    palpate_status status = is_other ? engine_open_newest(engine, err) : PALPATE_OK;
    *changed = is_other && status == PALPATE_OK;
    return status == PALPATE_OK ? check_missing(engine, err) : status;
}
