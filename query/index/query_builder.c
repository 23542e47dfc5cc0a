#include "query/index/query_builder.h"

void query_builder_add(struct query_builder *to, const xc_query *query)
{
    if (query != NULL && to->count < MAX_SUBQUERIES)
        to->items[to->count++] = query;
}

bool query_builder_failed(const struct query_builder *children)
{
    return children->reason.status != XC_OK;
}

void query_builder_add_term(struct query_builder *to, palpate_view term)
{
    const xc_query *query = NULL;

    if (!query_builder_failed(to))
        (void)xc_query_term(
                &query, to->pool, (xc_bytes){ term.data, term.size }, 1, &to->reason);
    query_builder_add(to, query);
}

const xc_query *query_builder_combine(struct query_builder *children, xc_operator op)
{
    const xc_query *query = NULL;

    if (!query_builder_failed(children))
        (void)xc_query_combine(&query, children->pool, op, children->items,
                children->count, 0, &children->reason);
    return query;
}

bool query_builder_report(xc_error *to, const struct query_builder *from)
{
    if (query_builder_failed(from))
        *to = from->reason;
    return query_builder_failed(from);
}
