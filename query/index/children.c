#include "query/index/children.h"

void children_add(struct children *to, const xc_query *query)
{
    if (query != NULL && to->count < CHILDREN_MOST)
        to->items[to->count++] = query;
}

bool children_failed(const struct children *children)
{
    return children->reason.status != XC_OK;
}

void children_add_term(struct children *to, palpate_view term)
{
    const xc_query *query = NULL;

    if (!children_failed(to))
        (void)xc_query_term(
                &query, to->pool, (xc_bytes){ term.data, term.size }, 1, &to->reason);
    children_add(to, query);
}

const xc_query *children_combine(struct children *children, xc_operator op)
{
    const xc_query *query = NULL;

    if (!children_failed(children))
        (void)xc_query_combine(&query, children->pool, op, children->items,
                children->count, 0, &children->reason);
    return query;
}

bool children_report(xc_error *to, const struct children *from)
{
    if (children_failed(from))
        *to = from->reason;
    return children_failed(from);
}
