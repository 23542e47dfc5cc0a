/* The words of a query -> a query of the index for whole articles. */
#ifndef QUERY_ARTICLE_QUERY_H
#define QUERY_ARTICLE_QUERY_H

#include <palpate/status.h>
#include <xapian-c/xapian-c.h>

#include "query/index/index_query.h"

/* Makes `*out`, NULL where nothing can match: it finds the first passage of each
   article that has a word of `root` anywhere, and weighs idf × impact in the article of
   each, in units of 1/MAX_IMPACT.  Filters, demands and bans are not looked at. */
palpate_status article_query_make(const xc_query **out, const struct index_query *stage,
        const struct query_node *root, palpate_error *err);

/* The same of other words than the user's: each weighs its impact × idf × impact in the
   article. */
palpate_status article_query_related(const xc_query **out,
        const struct index_query *stage, const struct significant_terms *related,
        palpate_error *err);

#endif
