#include "query/rank/candidates.h"

#include "core/fail.h"

palpate_status candidates_add(struct candidates *candidates,
        const struct candidate *candidate, palpate_error *err)
{
    if (!arena_grow(candidates->arena, (void **)&candidates->items, &candidates->room,
                candidates->count, sizeof *candidate))
        return fail(err, PALPATE_NO_MEMORY, "out of memory for candidates");
    candidates->items[candidates->count++] = *candidate;
    return PALPATE_OK;
}

void candidates_clear(struct candidates *candidates)
{
    for (uint32_t i = 0; i < candidates->result_count; i++)
        engine_result_free(&candidates->results[i]);
    *candidates = (struct candidates){ .arena = candidates->arena };
}
