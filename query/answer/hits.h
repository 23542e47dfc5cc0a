/* Ranked candidates -> hits as the caller sees them. */
#ifndef QUERY_HITS_H
#define QUERY_HITS_H

#include <palpate/search.h>

#include "core/arena.h"
#include "query/language/syntax.h"
#include "query/rank/candidate.h"

/* What all hits of an answer have in common. */
struct hit_context {
    struct arena *arena; /* of the answer */
    const struct query_tree *tree;
    const struct query_terms *terms;
    bool explain;
};

/* Fills `hit` from a candidate and its article's header.  Everything is copied into the
   arena.  PALPATE_NO_MEMORY. */
palpate_status hit_make(palpate_hit *hit, const struct hit_context *context,
        const struct candidate *candidate, const struct article_record *article,
        palpate_error *err);

/* Fills `hit` with what a passage says of itself, without a score, marks or a snippet.
 */
palpate_status hit_copy(palpate_hit *hit, struct arena *arena,
        const struct passage_record *record, const struct article_record *article,
        palpate_error *err);

#endif
