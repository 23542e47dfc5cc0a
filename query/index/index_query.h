/* A syntax tree -> a query of the index. */
#ifndef QUERY_INDEX_QUERY_H
#define QUERY_INDEX_QUERY_H

#include <palpate/status.h>
#include <xapian-c/xapian-c.h>

#include "core/kind.h"
#include "query/expand/terms.h"
#include "query/index/significant_terms.h"
#include "query/language/syntax.h"

/* What the making of a query works with. */
struct index_query {
    xc_database *database;
    xc_pool *pool; /* the query lives here */
    const struct query_terms *terms;
    const struct known_languages *known; /* that articles of the index are in */
    double passages;                     /* in the index */
    bool sums; /* the weights of single words, which then says nothing of how many
                  passages match */
};

/* Makes `*out`, NULL where nothing can match.  It finds all that answers, and of
   phrases, NEAR, prefixes and fields more than that. */
palpate_status index_query_make(const xc_query **out, const struct index_query *stage,
        const struct query_node *root, palpate_error *err);

/* Makes `*out` of other words than the user's, under the filters of `root`: whatever
   has the words of `related` scores idf × impact × their impact. */
palpate_status index_query_related(const xc_query **out,
        const struct index_query *stage, const struct query_node *root,
        const struct significant_terms *related, palpate_error *err);

/* Makes `*out` of all passages of a kind in the given articles (their keys). */
palpate_status index_query_kind(const xc_query **out, xc_pool *pool,
        const uint64_t *articles, uint32_t count, enum passage_kind kind,
        palpate_error *err);

#endif
