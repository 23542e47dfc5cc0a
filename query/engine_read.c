#include <xapian-c/xapian-c.h>

#include "core/fail.h"
#include "core/schema.h"
#include "core/shim_status.h"
#include "query/engine.h"
#include "query/engine_inside.h"

palpate_status engine_record(palpate_view *data, struct engine *engine,
        struct arena *arena, uint32_t document, palpate_error *err)
{
    char *bytes = NULL;
    size_t size = 0;
    xc_error reason;

    *data = (palpate_view){ NULL, 0 };
    if (xc_database_data(&bytes, &size, engine->database, document, &reason) != XC_OK)
        return shim_failure(&reason, err);
    *data = arena_copy(arena, (palpate_view){ bytes, size });
    xc_free(bytes);
    return data->data == NULL
                   ? fail(err, PALPATE_NO_MEMORY, "out of memory for a passage")
                   : PALPATE_OK;
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
    *article = engine_key((xc_bytes){ bytes, size });
    xc_free(bytes);
    return PALPATE_OK;
}

uint32_t engine_first(const struct engine *engine, uint32_t document, uint32_t ordinal)
{
    /* Documents of several shards alternate in the numbering of the whole. */
    uint64_t back = (uint64_t)ordinal * xc_database_shards(engine->database);

    return back < document ? document - (uint32_t)back : 0;
}

palpate_status engine_head(palpate_view *data, struct engine *engine,
        struct arena *arena, uint32_t document, uint32_t ordinal, palpate_error *err)
{
    uint32_t first = engine_first(engine, document, ordinal);

    if (first == 0)
        return fail(err, PALPATE_CORRUPT,
                "a passage has no article: rebuild the index with palpate-index "
                "--rebuild");
    return engine_record(data, engine, arena, first, err);
}
