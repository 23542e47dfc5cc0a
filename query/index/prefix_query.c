#include "query/index/prefix_query.h"

#include <string.h>

#include "core/shim_status.h"
#include "core/view.h"
#include "query/index/query_builder.h"
#include "query/language/limits.h"

enum {
    SHORTEST_STEM = 3, /* letters of a stem that is looked up for a longer start */
    LONGEST_STEM = 31,
    LONGEST_ENDING = 8 /* letters that a stem of another language may lack */
};

static palpate_view start_of(const struct wanted *wanted, uint32_t number)
{
    return number == 0 ? wanted->term : wanted->forms[number - 1];
}

static xc_status terms_of(
        xc_list **out, xc_database *database, palpate_view start, xc_error *reason)
{
    return xc_database_terms(out, database, (xc_bytes){ start.data, start.size },
            ENGINE_PREFIX_TERMS, true, reason);
}

/* Adds a stem with the mark of a language. */
static void add_stem(
        struct query_builder *any, palpate_view stem, const struct stemming *language)
{
    char term[WORD_SIZE];

    if (language == NULL) {
        query_builder_add_term(any, stem);
        return;
    }
    if (stem.size + LANGUAGE_MARK_SIZE > sizeof term)
        return;
    memcpy(term, stem.data, stem.size);
    term[stem.size] = ':';
    memcpy(term + stem.size + 1, language->code.data, language->code.size);
    query_builder_add_term(
            any, (palpate_view){ term, stem.size + 1 + language->code.size });
}

/* Adds the stems that words of a language may have which start so. */
static void add_stems(
        struct query_builder *any, palpate_view start, const struct stemming *language)
{
    size_t size = SHORTEST_STEM;

    if (language != NULL && start.size > SHORTEST_STEM + LONGEST_ENDING)
        size = start.size - LONGEST_ENDING;
    for (; size < start.size && size <= LONGEST_STEM; size++)
        add_stem(any, view_slice(start, 0, size), language);
}

const xc_query *prefix_query_make(xc_pool *pool, xc_database *database,
        const struct known_languages *known, const struct wanted *wanted,
        xc_error *reason)
{
    struct query_builder any = { .pool = pool };

    for (uint32_t i = 0; i <= wanted->form_count; i++) {
        palpate_view start = start_of(wanted, i);
        xc_list *terms = NULL;
        if (terms_of(&terms, database, start, reason) != XC_OK)
            return NULL;
        for (size_t k = 0; k < terms->count; k++)
            query_builder_add_term(&any, (palpate_view){ terms->items[k].text.data,
                                                 terms->items[k].text.size });
        xc_list_free(terms);
        add_stems(&any, start, NULL);
        for (uint32_t k = 0; k < known->count; k++)
            if (known->items[k] != NULL)
                add_stems(&any, start, known->items[k]);
    }
    const xc_query *query = query_builder_combine(&any, XC_OR);
    return query_builder_report(reason, &any) ? NULL : query;
}

palpate_status prefix_query_count(uint64_t *sum, bool *is_cut, xc_database *database,
        const struct wanted *wanted, palpate_error *err)
{
    xc_error reason;

    *sum = 0;
    *is_cut = false;
    for (uint32_t i = 0; i <= wanted->form_count; i++) {
        xc_list *terms = NULL;
        if (terms_of(&terms, database, start_of(wanted, i), &reason) != XC_OK)
            return shim_failure(&reason, err);
        for (size_t k = 0; k < terms->count; k++)
            *sum += terms->items[k].documents;
        *is_cut |= terms->is_cut;
        xc_list_free(terms);
    }
    return PALPATE_OK;
}
