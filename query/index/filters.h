/* kind:, author:, site:, lang:, date:, filter: -> clauses of the index's query. */
#ifndef QUERY_FILTERS_H
#define QUERY_FILTERS_H

#include <stdbool.h>
#include <xapian-c/xapian-c.h>

#include "query/language/syntax.h"

/* All filters of a query, wherever in it they stand: they hold for the whole of it.  Of
   one field any will do (of labels, of one name), all fields must hold, and none that
   is forbidden. */
struct filters {
    xc_pool *pool;
    const struct query_node *wanted[MAX_FILTERS];
    size_t wanted_count;
    const struct query_node *banned[MAX_FILTERS];
    size_t banned_count;
    bool is_cut; /* there were more than MAX_FILTERS */
};

bool filters_is(const struct query_node *node);

/* Collects the filters of `node`; `is_banned` says that it stands in something
 * forbidden. */
void filters_collect(
        struct filters *filters, const struct query_node *node, bool is_banned);

/* `query` under the filters; NULL with a reason after a failure. */
const xc_query *filters_apply(
        const struct filters *filters, const xc_query *query, xc_error *reason);

#endif
