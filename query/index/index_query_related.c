#include "core/impact.h"
#include "query/index/engine.h"
#include "query/index/filters.h"
#include "query/index/index_query.h"
#include "query/index/query_builder.h"

/* The words of `related` as servers of other processes can weigh them. */
static const xc_query *or_of_related(const struct index_query *stage,
        const struct significant_terms *related, xc_error *reason)
{
    struct query_builder any = { .pool = stage->pool };

    for (uint32_t i = 0; i < related->count; i++) {
        const struct significant_term *term = &related->items[i];
        const xc_query *query = NULL;
        if (!query_builder_failed(&any))
            (void)xc_query_term(&query, stage->pool,
                    (xc_bytes){ term->term.data, term->term.size }, 1, &any.reason);
        if (!query_builder_failed(&any))
            (void)xc_query_scale(&query, stage->pool, query, term->impact, &any.reason);
        query_builder_add(&any, query);
    }
    const xc_query *query = query_builder_combine(&any, XC_OR);
    return query_builder_report(reason, &any) ? NULL : query;
}

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
    const xc_query *query = xc_database_has_remote(stage->database)
                                    ? or_of_related(stage, related, &reason)
                                    : sum_of_related(stage, related, &reason);
    if (reason.status == XC_OK && query != NULL)
        query = filters_apply(&filters, query, &reason);
    if (reason.status != XC_OK)
        return shim_failure(&reason, err);
    *out = query;
    return PALPATE_OK;
}
