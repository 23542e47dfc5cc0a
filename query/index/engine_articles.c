#include <xapian-c/xapian-c.h>

#include "core/fail.h"
#include "core/schema.h"
#include "core/shim_status.h"
#include "query/index/engine.h"
#include "query/index/engine_inside.h"

enum {
    AT_ONCE = 256 /* records read together, in the order in which they are stored */
};

/* Visits some documents; `*is_over` where the visitor has seen enough. */
static palpate_status visit_some(bool *is_over, struct engine *engine,
        const uint32_t *documents, size_t count, engine_record_visit *each, void *user,
        palpate_error *err)
{
    xc_hits *found = NULL;
    xc_error reason;
    palpate_status status = PALPATE_OK;

    if (xc_database_values(&found, engine->database, SLOT_RECORD, documents, count,
                &reason) != XC_OK)
        return shim_failure(&reason, err);
    for (size_t i = 0; status == PALPATE_OK && !*is_over && i < found->count; i++) {
        const xc_hit *hit = &found->items[i];
        palpate_view record;
        status = record_unpack(&record, engine_packing(engine, hit->docid),
                (palpate_view){ hit->data.data, hit->data.size }, err);
        *is_over = status == PALPATE_OK && !each(user, record);
    }
    xc_hits_free(found);
    return status;
}

palpate_status engine_each_article(struct engine *engine, uint32_t most,
        engine_record_visit *each, void *user, palpate_error *err)
{
    uint32_t *documents = NULL;
    size_t count = 0;
    xc_error reason;
    palpate_status status = PALPATE_OK;
    bool is_over = false;

    if (xc_database_postings(&documents, &count, engine->database,
                (xc_bytes){ PREFIX_ARTICLE_WORD, sizeof PREFIX_ARTICLE_WORD - 1 }, 0,
                &reason) != XC_OK)
        return shim_failure(&reason, err);
    size_t step = (count + most - 1) / most;
    for (size_t i = 0; step > 1 && i * step < count; i++)
        documents[i] = documents[i * step];
    count = step > 1 ? (count + step - 1) / step : count;
    for (size_t i = 0; status == PALPATE_OK && !is_over && i < count; i += AT_ONCE) {
        size_t left = count - i;
        if (engine_is_late(engine))
            break;
        status = visit_some(&is_over, engine, documents + i,
                left < AT_ONCE ? left : AT_ONCE, each, user, err);
    }
    xc_free(documents);
    return status;
}
