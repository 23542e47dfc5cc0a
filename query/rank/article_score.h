/* Candidates of one article -> what the article as a whole says of the query. */
#ifndef QUERY_ARTICLE_SCORE_H
#define QUERY_ARTICLE_SCORE_H

#include <palpate/status.h>
#include <stddef.h>

#include "core/arena.h"
#include "query/rank/candidate.h"

/* Adds to the scores of the first `count` candidates, in whatever order, what the
   passages of their article that are among them hold together: a statement of a dozen
   words may be made in one of its passages and proven in another.  PALPATE_NO_MEMORY.
 */
palpate_status article_score_add(struct candidate *candidates, size_t count,
        const struct rank_query *query, struct arena *arena, palpate_error *err);

#endif
