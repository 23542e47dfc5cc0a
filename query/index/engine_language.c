#include <xapian-c/xapian-c.h>

#include "core/schema.h"
#include "core/shim_status.h"
#include "core/view.h"
#include "query/index/engine.h"
#include "query/index/engine_inside.h"
#include "query/index/query_builder.h"

enum { MAX_LANGUAGES = 64 /* that are told from English */ };

static bool is_english(xc_bytes term)
{
    static const palpate_view ENGLISH = PALPATE_VIEW_INIT(PREFIX_LANGUAGE "en");

    return view_starts_with((palpate_view){ term.data, term.size }, ENGLISH) &&
           (term.size == ENGLISH.size || term.data[ENGLISH.size] == '-');
}

/* Passages that say they are in another language; NULL where there are none. */
static const xc_query *query_of_others(struct engine *engine, xc_error *reason)
{
    struct query_builder any = { .pool = engine->pool };
    const palpate_view prefix = PALPATE_VIEW(PREFIX_LANGUAGE);
    xc_list *terms = NULL;

    if (xc_database_terms(&terms, engine->database,
                (xc_bytes){ prefix.data, prefix.size }, MAX_LANGUAGES, true,
                reason) != XC_OK)
        return NULL;
    for (size_t i = 0; i < terms->count; i++)
        if (!is_english(terms->items[i].text))
            query_builder_add_term(&any, (palpate_view){ terms->items[i].text.data,
                                                 terms->items[i].text.size });
    xc_list_free(terms);
    const xc_query *query = query_builder_combine(&any, XC_OR);
    return query_builder_report(reason, &any) ? NULL : query;
}

palpate_status engine_is_foreign(
        bool *is_foreign, struct engine *engine, palpate_view term, palpate_error *err)
{
    struct query_builder english = { .pool = engine->pool };
    xc_search search = {
        .limit = 1, .without_data = true, .weighting = XC_WEIGHT_BOOLEAN
    };
    xc_error reason = { XC_OK, "" };
    xc_hits *found = NULL;

    *is_foreign = false;
    xc_pool_clear(engine->pool);
    const xc_query *others = query_of_others(engine, &reason);
    if (reason.status != XC_OK)
        return shim_failure(&reason, err);
    if (others == NULL)
        return PALPATE_OK;
    query_builder_add_term(&english, term);
    query_builder_add(&english, others);
    search.query = query_builder_combine(&english, XC_AND_NOT);
    if (query_builder_report(&reason, &english) ||
            xc_database_search(&found, engine->database, &search, &reason) != XC_OK)
        return shim_failure(&reason, err);
    *is_foreign = found->count == 0;
    xc_hits_free(found);
    return PALPATE_OK;
}
