#include "core/impact.h"
#include "query/index/engine.h"
#include "query/index/filters.h"
#include "query/index/index_query.h"
#include "query/index/query_builder.h"

static const xc_query *sum_of_related(const struct index_query *stage,
        const struct significant_terms *related, xc_error *reason)
{
    xc_addend addends[MAX_SUBQUERIES];
    const xc_query *query = NULL;
    size_t count = 0;

    for (; count < related->count && count < MAX_SUBQUERIES; count++) {
        const struct significant_term *term = &related->items[count];
        addends[count] = (xc_addend){ { term->term.data, term->term.size },
            term->impact * term->idf, false };
    }
    (void)xc_query_sum(&query, stage->pool, addends, count, MAX_IMPACT, reason);
    return query;
}

palpate_status index_query_related(const xc_query **out,
        const struct index_query *stage, const struct query_node *root,
        const struct significant_terms *related, palpate_error *err)
{
    struct filters filters = { .pool = stage->pool };
    xc_error reason = { XC_OK, "" };

    *out = NULL;
    filters_collect(&filters, root, false);
    const xc_query *query = sum_of_related(stage, related, &reason);
    if (reason.status == XC_OK && query != NULL)
        query = filters_apply(&filters, query, &reason);
    if (reason.status != XC_OK)
        return shim_failure(&reason, err);
    *out = query;
    return PALPATE_OK;
}
