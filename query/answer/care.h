/* Hits -> beside each, what its article says of caution. */
#ifndef QUERY_CARE_H
#define QUERY_CARE_H

#include <palpate/status.h>

#include "query/rank/finder.h"

/* Gives hits that are articles (the first CARE_HITS of them) a passage of their article
   on when not to do it, or where the search is for a treatment, on when to see a
   doctor: the one that has most of the query, else the first.  PALPATE_NO_MEMORY, or a
   failure of the index.  `firsts` are the first passages of their articles
   (candidate.h). */
palpate_status care_add(struct finder *finder, palpate_hit *hits,
        const uint32_t *firsts, uint32_t count, palpate_error *err);

enum { CARE_HITS = 20 };

#endif
