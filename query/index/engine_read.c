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

/* Where records go that were read: an arena, or the cache. */
struct keeping {
    struct engine *engine;
    struct arena *arena; /* NULL for the cache */
};

static palpate_status keep_record(palpate_view *kept, const struct keeping *keeping,
        const xc_hit *found, palpate_error *err)
{
    struct engine *engine = keeping->engine;
    palpate_view record;
    palpate_status status = record_unpack(&record, engine_packing(engine, found->docid),
            (palpate_view){ found->data.data, found->data.size }, err);

    if (status != PALPATE_OK)
        return status;
    *kept = keeping->arena != NULL
                    ? arena_copy(keeping->arena, record)
                    : record_cache_add(&engine->records, found->docid, record);
    return kept->data != NULL
                   ? PALPATE_OK
                   : fail(err, PALPATE_NO_MEMORY, "out of memory for passages");
}

/* Reads the records of documents, which ascend: in the order in which they are stored.
 */
static palpate_status read_records(palpate_view *kept, const struct keeping *keeping,
        const uint32_t *documents, size_t count, palpate_error *err)
{
    xc_hits *found = NULL;
    xc_error reason;
    palpate_status status = PALPATE_OK;

    if (xc_database_values(&found, keeping->engine->database, SLOT_RECORD, documents,
                count, &reason) != XC_OK)
        return shim_failure(&reason, err);
    if (found->count != count)
        status = fail_gone(err);
    for (size_t i = 0; status == PALPATE_OK && i < count; i++)
        status = keep_record(&kept[i], keeping, &found->items[i], err);
    xc_hits_free(found);
    return status;
}

static int by_document(const void *left, const void *right)
{
    uint32_t a = (*(struct engine_hit *const *)left)->document;
    uint32_t b = (*(struct engine_hit *const *)right)->document;

    return (a > b) - (a < b);
}

/* What is needed to read hits in the order of their documents. */
struct reading {
    struct engine_hit **hits;
    uint32_t *documents;
    palpate_view *records;
    size_t count;
};

static bool reading_open(struct reading *reading, size_t most)
{
    *reading = (struct reading){ .hits = calloc(most + 1, sizeof(struct engine_hit *)),
        .documents = calloc(most + 1, sizeof *reading->documents),
        .records = calloc(most + 1, sizeof *reading->records) };
    return reading->hits != NULL && reading->documents != NULL &&
           reading->records != NULL;
}

static void reading_free(struct reading *reading)
{
    free(reading->hits);
    free(reading->documents);
    free(reading->records);
}

static palpate_status read_in_order(
        struct reading *reading, const struct keeping *keeping, palpate_error *err)
{
    qsort(reading->hits, reading->count, sizeof(struct engine_hit *), by_document);
    for (size_t i = 0; i < reading->count; i++)
        reading->documents[i] = reading->hits[i]->document;
    palpate_status status = read_records(
            reading->records, keeping, reading->documents, reading->count, err);
    for (size_t i = 0; i < reading->count; i++)
        reading->hits[i]->data = reading->records[i];
    return status;
}

palpate_status engine_keep_carried(struct engine_result *result, struct engine *engine,
        const xc_hits *found, bool is_kept, palpate_error *err)
{
    struct keeping keeping = { engine, is_kept ? NULL : &result->records };
    palpate_status status = PALPATE_OK;

    for (uint32_t i = 0; status == PALPATE_OK && i < result->count; i++) {
        struct engine_hit *hit = &result->hits[i];
        xc_hit carried = { .docid = hit->document, .data = found->items[i].values[0] };
        hit->data = record_cache_find(&engine->records, hit->document);
        if (hit->data.data == NULL || !is_kept)
            status = keep_record(&hit->data, &keeping, &carried, err);
    }
    return status;
}

palpate_status engine_read_hits(struct engine_result *result, struct engine *engine,
        bool is_kept, palpate_error *err)
{
    struct keeping keeping = { engine, is_kept ? NULL : &result->records };
    struct reading reading;
    palpate_status status = PALPATE_OK;

    if (!reading_open(&reading, result->count))
        status = fail(err, PALPATE_NO_MEMORY, "out of memory for candidates");
    for (uint32_t i = 0; status == PALPATE_OK && i < result->count; i++) {
        struct engine_hit *hit = &result->hits[i];
        if (is_kept && hit->data.data == NULL)
            hit->data = record_cache_find(&engine->records, hit->document);
        if (hit->data.data == NULL)
            reading.hits[reading.count++] = hit;
    }
    if (status == PALPATE_OK && reading.count > 0)
        status = read_in_order(&reading, &keeping, err);
    reading_free(&reading);
    return status;
}

palpate_status engine_record(palpate_view *data, struct engine *engine,
        uint32_t document, palpate_error *err)
{
    const struct keeping keeping = { engine, NULL };

    *data = record_cache_find(&engine->records, document);
    return data->data != NULL ? PALPATE_OK
                              : read_records(data, &keeping, &document, 1, err);
}

palpate_status engine_pass(palpate_view *data, struct engine_result *owner,
        struct engine *engine, uint32_t document, palpate_error *err)
{
    const struct keeping keeping = { engine, &owner->records };

    *owner = (struct engine_result){ .count = 0 };
    return read_records(data, &keeping, &document, 1, err);
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
