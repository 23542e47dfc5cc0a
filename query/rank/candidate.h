/* A passage that the index offers, on its way to becoming a hit. */
#ifndef QUERY_CANDIDATE_H
#define QUERY_CANDIDATE_H

#include <palpate/status.h>
#include <stdbool.h>
#include <stdint.h>

#include "core/likeness.h"
#include "core/record.h"
#include "query/expand/match.h"
#include "query/index/engine.h"
#include "query/rank/rank.h"
#include "query/rank/verify.h"

struct candidate {
    uint32_t document; /* in the index */
    uint32_t first;    /* engine_first(): tells its article from others */
    uint32_t date;     /* YYYYMMDD or 0, where answers are sorted by it */
    palpate_view data; /* the bytes that the record borrows */
    struct passage_record record;
    const struct stemming *language; /* of its article; NULL for English */
    struct passage_matches matches;
    struct rank_score score;
    struct likeness_sense sense; /* of its text, once it was compared */
    uint32_t same;               /* worse ones that say the same and are not shown */
    bool is_related; /* found by the words of better ones, not by the user's */
    const struct curation_rule *pinned; /* the rule that puts it first, or NULL */
};

/* Reads what a hit with its record says.  A failure of the record. */
palpate_status candidate_read(struct candidate *out, struct engine *engine,
        const struct engine_hit *hit, palpate_error *err);

/* Reads the header of its article.  A failure of the index. */
palpate_status candidate_article(struct article_record *out, struct engine *engine,
        const struct candidate *candidate, palpate_error *err);

/* Finds the words of `matcher` in a candidate that was read; what is found lives in
   `arena`.  PALPATE_NO_MEMORY. */
palpate_status candidate_match(struct candidate *candidate, struct matcher *matcher,
        struct arena *arena, palpate_error *err);

#endif
