/* Queries of the index on their way into a combination. */
#ifndef QUERY_CHILDREN_H
#define QUERY_CHILDREN_H

#include <palpate/status.h>
#include <palpate/view.h>
#include <stdbool.h>
#include <xapian-c/xapian-c.h>

#include "core/shim_status.h"
#include "query/expand/expansion.h"
#include "query/language/syntax.h"

enum { CHILDREN_MOST = QUERY_MAX_WORDS + CONCEPTS_MOST + 100 };

/* The children of one combination, and the first failure, which stays: add freely and
   look once at the end. */
struct children {
    xc_pool *pool; /* the queries live here */
    const xc_query *items[CHILDREN_MOST];
    size_t count;
    xc_error reason; /* zero-initialised: none */
};

/* NULL is left out, and what comes after CHILDREN_MOST. */
void children_add(struct children *to, const xc_query *query);
void children_add_term(struct children *to, palpate_view term);

/* NULL for no children, and after a failure. */
const xc_query *children_combine(struct children *children, xc_operator op);

bool children_failed(const struct children *children);

/* Hands a failure up; true where there was one. */
bool children_report(xc_error *to, const struct children *from);

#endif
