/* What the query finds -> how many of it have which kind, author, site, language and
   year. */
#ifndef QUERY_FACETS_H
#define QUERY_FACETS_H

#include <palpate/status.h>

#include "query/finder.h"

enum {
    FACETS_PASSAGES =
            3000 /* looked at, at most: best first, so a count is "at least" */
};

/* Fills the facets of the answer, where the options ask for them, from the candidates
   and, where these are not all, from more passages of the index.  To be called before
   related passages are added. */
palpate_status facets_count(struct finder *finder, palpate_error *err);

#endif
