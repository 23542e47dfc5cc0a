#include "query/rank/nearness.h"

enum { NEAR_WINDOW = 8 /* words within which two words of the query are near */ };

/* The least distance, in words, between an `a` and a `b`; 0 where they never meet
   within the window.  The wrong order counts as one word further apart. */
static uint32_t least_distance(const struct matches *matches, uint32_t a, uint32_t b)
{
    const struct occurrence *last_a = NULL;
    const struct occurrence *last_b = NULL;
    uint32_t best = NEAR_WINDOW + 1;

    for (uint32_t i = 0; i < matches->count; i++) {
        const struct occurrence *here = &matches->items[i];
        uint32_t apart = NEAR_WINDOW + 1;
        if (here->wanted == b) {
            last_b = here;
            if (last_a != NULL)
                apart = here->position - last_a->position;
        } else if (here->wanted == a) {
            last_a = here;
            if (last_b != NULL)
                apart = here->position - last_b->position + 1;
        }
        if (apart > 0 && apart < best)
            best = apart;
    }
    return best <= NEAR_WINDOW ? best : 0;
}

uint32_t nearness_distance(
        const struct passage_matches *matches, uint32_t a, uint32_t b)
{
    uint32_t best = 0;

    for (int field = 0; field < FIELD_COUNT; field++) {
        uint32_t apart = least_distance(&matches->field[field], a, b);
        if (apart > 0 && (best == 0 || apart < best))
            best = apart;
    }
    return best;
}
