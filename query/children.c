#include "query/children.h"

#include "core/fail.h"

palpate_status engine_failure(const xc_error *reason, palpate_error *err)
{
    static const struct {
        xc_status from;
        palpate_status to;
    } STATUSES[] = {
        { XC_NO_MEMORY, PALPATE_NO_MEMORY },
        { XC_NO_INDEX, PALPATE_NO_INDEX },
        { XC_LOCKED, PALPATE_LOCKED },
        { XC_CHANGED, PALPATE_CHANGED },
        { XC_CORRUPT, PALPATE_CORRUPT },
        { XC_VERSION, PALPATE_VERSION },
        { XC_NETWORK, PALPATE_NETWORK },
        { XC_TIMEOUT, PALPATE_LIMIT },
        { XC_IO, PALPATE_IO },
    };

    for (size_t i = 0; i < sizeof STATUSES / sizeof *STATUSES; i++)
        if (STATUSES[i].from == reason->status)
            return fail(err, STATUSES[i].to, "%s", reason->message);
    return fail(err, PALPATE_INTERNAL, "%s", reason->message);
}

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
