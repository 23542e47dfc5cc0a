/* A passage that the index offers, on its way to becoming a hit. */
#ifndef QUERY_CANDIDATE_H
#define QUERY_CANDIDATE_H

#include <stdbool.h>
#include <stdint.h>

#include "core/likeness.h"
#include "core/record.h"
#include "query/rank/rank.h"
#include "query/rank/verify.h"

struct candidate {
    uint32_t document; /* in the index */
    uint32_t first;    /* engine_first(): tells its article from others */
    uint32_t date;     /* YYYYMMDD or 0, where answers are sorted by it */
    palpate_view data; /* the bytes that the record borrows */
    struct passage_record record;
    struct passage_matches matches;
    struct rank_score score;
    struct likeness_sense sense; /* of its text, once it was compared */
    uint32_t same;               /* worse ones that say the same and are not shown */
    bool is_related; /* found by the words of better ones, not by the user's */
};

#endif
