#include "core/shim_status.h"
#include "query/engine.h"
#include "query/engine_inside.h"

void engine_forget_terms(struct engine *engine)
{
    for (size_t i = 0; i < ENGINE_LETTERS; i++) {
        xc_list_free(engine->terms[i]);
        engine->terms[i] = NULL;
    }
    engine->frequencies = (struct frequency_cache){ 0 };
}

static palpate_status list_terms(
        xc_list **out, struct engine *engine, palpate_view prefix, palpate_error *err)
{
    xc_error reason;

    return xc_database_terms(out, engine->database,
                   (xc_bytes){ prefix.data, prefix.size }, 0, false, &reason) == XC_OK
                   ? PALPATE_OK
                   : shim_failure(&reason, err);
}

static void visit_terms(const xc_list *terms, engine_term_visit *each, void *user)
{
    for (size_t i = 0; i < terms->count; i++) {
        const xc_item *item = &terms->items[i];
        bool has_prefix = item->text.data[0] >= 'A' && item->text.data[0] <= 'Z';
        if (!has_prefix &&
                !each(user, (palpate_view){ item->text.data, item->text.size },
                        item->documents))
            break;
    }
}

palpate_status engine_each_term(struct engine *engine, palpate_view prefix,
        engine_term_visit *each, void *user, palpate_error *err)
{
    palpate_status status = PALPATE_OK;
    xc_list *terms = NULL;

    if (prefix.size != 1 || prefix.data[0] < 'a' || prefix.data[0] > 'z') {
        status = list_terms(&terms, engine, prefix, err);
        if (status == PALPATE_OK)
            visit_terms(terms, each, user);
        xc_list_free(terms);
        return status;
    }
    xc_list **kept = &engine->terms[prefix.data[0] - 'a'];
    if (*kept == NULL)
        status = list_terms(kept, engine, prefix, err);
    if (status == PALPATE_OK)
        visit_terms(*kept, each, user);
    return status;
}
