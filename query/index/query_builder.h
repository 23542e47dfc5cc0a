/* Queries of the index on their way into a combination. */
#ifndef QUERY_QUERY_BUILDER_H
#define QUERY_QUERY_BUILDER_H

#include <palpate/status.h>
#include <palpate/view.h>
#include <stdbool.h>
#include <xapian-c/xapian-c.h>

#include "core/shim_status.h"
#include "query/expand/expansion.h"
#include "query/language/syntax.h"

enum { MAX_SUBQUERIES = QUERY_MAX_WORDS + MAX_SYNONYMS + 100 };

/* The children of one combination, and the first failure, which stays: add freely and
   look once at the end. */
struct query_builder {
    xc_pool *pool; /* the queries live here */
    const xc_query *items[MAX_SUBQUERIES];
    size_t count;
    xc_error reason; /* zero-initialised: none */
};

/* NULL is left out, and what comes after MAX_SUBQUERIES. */
void query_builder_add(struct query_builder *to, const xc_query *query);
void query_builder_add_term(struct query_builder *to, palpate_view term);

/* NULL for no children, and after a failure. */
const xc_query *query_builder_combine(struct query_builder *children, xc_operator op);

bool query_builder_failed(const struct query_builder *children);

/* Hands a failure up; true where there was one. */
bool query_builder_report(xc_error *to, const struct query_builder *from);

#endif
