#include <xapian-c/xapian-c.h>

#include "core/buffer.h"
#include "core/fail.h"
#include "core/schema.h"
#include "core/shim_status.h"
#include "query/index/engine.h"
#include "query/index/engine_inside.h"

static void visit_terms(const xc_list *list, engine_completion_visit *each, void *user)
{
    for (size_t i = 0; list != NULL && i < list->count; i++) {
        const xc_item *item = &list->items[i];
        each(user, (palpate_view){ item->text.data, item->text.size }, item->documents);
    }
}

palpate_status engine_each_completion(struct engine *engine, palpate_view prefix,
        uint32_t most, engine_completion_visit *each, void *user, palpate_error *err)
{
    xc_list *terms = NULL;
    xc_error reason;

    if (xc_database_terms(&terms, engine->database,
                (xc_bytes){ prefix.data, prefix.size }, most, false, &reason) != XC_OK)
        return shim_failure(&reason, err);
    visit_terms(terms, each, user);
    xc_list_free(terms);
    return PALPATE_OK;
}

palpate_status engine_each_name(struct engine *engine, palpate_view key,
        engine_completion_visit *each, void *user, palpate_error *err)
{
    struct buffer start = { 0 };
    xc_list *names = NULL;
    xc_error reason = { XC_OK, "" };

    buffer_append_string(&start, META_NAME);
    buffer_append(&start, key);
    if (start.failed)
        return fail(err, PALPATE_NO_MEMORY, "out of memory for names");
    (void)xc_database_metadata_keys(
            &names, engine->head, (xc_bytes){ start.data, start.size }, &reason);
    buffer_free(&start);
    if (reason.status != XC_OK)
        return shim_failure(&reason, err);
    visit_terms(names, each, user);
    xc_list_free(names);
    return PALPATE_OK;
}

palpate_status engine_name(palpate_view *name, struct engine *engine,
        struct arena *arena, palpate_view key, palpate_error *err)
{
    char *value = NULL;
    size_t size = 0;
    xc_error reason;

    *name = (palpate_view){ NULL, 0 };
    if (xc_database_metadata(&value, &size, engine->head,
                (xc_bytes){ key.data, key.size }, &reason) != XC_OK)
        return shim_failure(&reason, err);
    *name = arena_copy(arena, (palpate_view){ value, size });
    xc_free(value);
    return name->data == NULL ? fail(err, PALPATE_NO_MEMORY, "out of memory for a name")
                              : PALPATE_OK;
}
