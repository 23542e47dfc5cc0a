#include "query/index/form_query.h"

#include "core/impact.h"
#include "query/index/query_builder.h"

const xc_query *form_query_make(
        const struct index_query *stage, uint32_t number, xc_error *reason)
{
    const struct wanted *wanted = &stage->terms->wanted[number];
    struct query_builder any = { .pool = stage->pool };
    xc_addend addends[SPOKEN_LANGUAGES + 1];
    const xc_query *query = NULL;
    double idf = impact_idf(stage->terms->terms[number].frequency, stage->passages);
    size_t count = 0;

    addends[count++] =
            (xc_addend){ { wanted->term.data, wanted->term.size }, idf, false };
    query_builder_add_term(&any, wanted->term);
    for (uint32_t i = 0; i < wanted->form_count && count <= SPOKEN_LANGUAGES; i++) {
        palpate_view form = wanted->forms[i];
        addends[count++] = (xc_addend){ { form.data, form.size }, idf, false };
        query_builder_add_term(&any, form);
    }
    if (xc_database_has_remote(stage->database))
        query = query_builder_combine(&any, XC_OR);
    else if (!query_builder_failed(&any))
        (void)xc_query_sum(
                &query, stage->pool, addends, count, MAX_IMPACT, &any.reason);
    return query_builder_report(reason, &any) ? NULL : query;
}

uint32_t form_query_count(
        const struct index_query *stage, const struct query_node *node)
{
    uint32_t count = 0;

    for (uint32_t i = 0; i < node->word_count; i++)
        count += stage->terms->wanted[node->words[i].wanted].form_count;
    return count;
}
