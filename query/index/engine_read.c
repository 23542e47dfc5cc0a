#include <stdlib.h>
#include <xapian-c/xapian-c.h>

#include "core/fail.h"
#include "core/schema.h"
#include "core/shim_status.h"
#include "query/index/engine.h"
#include "query/index/engine_inside.h"

static palpate_status fail_gone(palpate_error *err)
{
    return fail(err, PALPATE_CHANGED,
            "passages went while they were read: try again, and rebuild the index "
            "where that does not help");
}

static palpate_status keep_records(
        struct engine *engine, const xc_hits *found, palpate_error *err)
{
    for (size_t i = 0; i < found->count; i++) {
        const xc_hit *hit = &found->items[i];
        palpate_view kept = record_cache_add(&engine->records, hit->docid,
                (palpate_view){ hit->data.data, hit->data.size });
        if (kept.data == NULL)
            return fail(err, PALPATE_NO_MEMORY, "out of memory for passages");
    }
    return PALPATE_OK;
}

/* Reads records into the cache, in the order in which they are stored. */
static palpate_status read_records(struct engine *engine, const uint32_t *documents,
        size_t count, palpate_error *err)
{
    static const xc_search DATA_ONLY = { .limit = 0 };
    xc_hits *found = NULL;
    xc_error reason;

    if (count == 0)
        return PALPATE_OK;
    if (xc_database_fetch(&found, engine->database, documents, count, &DATA_ONLY,
                &reason) != XC_OK)
        return shim_failure(&reason, err);
    bool is_whole = found->count == count;
    palpate_status status = keep_records(engine, found, err);
    xc_hits_free(found);
    if (status == PALPATE_OK && !is_whole)
        return fail_gone(err);
    return status;
}

static int by_number(const void *left, const void *right)
{
    uint32_t a = *(const uint32_t *)left;
    uint32_t b = *(const uint32_t *)right;

    return (a > b) - (a < b);
}

palpate_status engine_read_hits(
        struct engine_result *result, struct engine *engine, palpate_error *err)
{
    uint32_t *missing = calloc(result->count + 1, sizeof *missing);
    size_t count = 0;

    if (missing == NULL)
        return fail(err, PALPATE_NO_MEMORY, "out of memory for candidates");
    for (uint32_t i = 0; i < result->count; i++) {
        struct engine_hit *hit = &result->hits[i];
        hit->data = record_cache_find(&engine->records, hit->document);
        if (hit->data.data == NULL)
            missing[count++] = hit->document;
    }
    if (count > 1)
        qsort(missing, count, sizeof *missing, by_number);
    palpate_status status = read_records(engine, missing, count, err);
    free(missing);
    for (uint32_t i = 0; status == PALPATE_OK && count > 0 && i < result->count; i++) {
        struct engine_hit *hit = &result->hits[i];
        if (hit->data.data == NULL)
            hit->data = record_cache_find(&engine->records, hit->document);
    }
    return status;
}

palpate_status engine_record(palpate_view *data, struct engine *engine,
        uint32_t document, palpate_error *err)
{
    *data = record_cache_find(&engine->records, document);
    if (data->data != NULL)
        return PALPATE_OK;
    palpate_status status = read_records(engine, &document, 1, err);
    if (status == PALPATE_OK)
        *data = record_cache_find(&engine->records, document);
    return status;
}

palpate_status engine_pass(palpate_view *data, struct engine_result *owner,
        struct engine *engine, uint32_t document, palpate_error *err)
{
    static const xc_search DATA_ONLY = { .limit = 0 };
    xc_hits *found = NULL;
    xc_error reason;

    *owner = (struct engine_result){ 0 };
    if (xc_database_fetch(
                &found, engine->database, &document, 1, &DATA_ONLY, &reason) != XC_OK)
        return shim_failure(&reason, err);
    owner->owner = found;
    if (found->count == 0)
        return fail_gone(err);
    *data = (palpate_view){ found->items[0].data.data, found->items[0].data.size };
    return PALPATE_OK;
}

palpate_status engine_article(
        uint64_t *article, struct engine *engine, uint32_t document, palpate_error *err)
{
    char *bytes = NULL;
    size_t size = 0;
    xc_error reason;

    *article = 0;
    if (xc_database_value(&bytes, &size, engine->database, document, SLOT_ARTICLE,
                &reason) != XC_OK)
        return shim_failure(&reason, err);
    *article = schema_article_key((palpate_view){ bytes, size });
    xc_free(bytes);
    return PALPATE_OK;
}

uint32_t engine_first(const struct engine *engine, uint32_t document, uint32_t ordinal)
{
    /* Documents of several shards alternate in the numbering of the whole. */
    uint64_t back = (uint64_t)ordinal * xc_database_shards(engine->database);

    return back < document ? document - (uint32_t)back : 0;
}

uint32_t engine_passage(const struct engine *engine, uint32_t first, uint32_t ordinal)
{
    return first + ordinal * (uint32_t)xc_database_shards(engine->database);
}

palpate_status engine_head(palpate_view *data, struct engine *engine, uint32_t document,
        uint32_t ordinal, palpate_error *err)
{
    uint32_t first = engine_first(engine, document, ordinal);

    if (first == 0)
        return fail(err, PALPATE_CORRUPT,
                "a passage has no article: rebuild the index with palpate-index "
                "--rebuild");
    return engine_record(data, engine, first, err);
}
