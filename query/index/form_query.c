#include "query/index/form_query.h"

#include "core/impact.h"

void form_query_add(
        xc_addend *addends, size_t *count, const struct wanted *wanted, double weight)
{
    for (uint32_t i = 0; i < wanted->form_count; i++) {
        xc_bytes form = { wanted->forms[i].data, wanted->forms[i].size };
        addends[(*count)++] = (xc_addend){ form, weight, false };
    }
}

const xc_query *form_query_make(xc_pool *pool, const struct query_terms *terms,
        uint32_t number, double passages, xc_error *reason)
{
    const struct wanted *wanted = &terms->wanted[number];
    xc_addend addends[SPOKEN_LANGUAGES + 1];
    const xc_query *query = NULL;
    double idf = impact_idf(terms->terms[number].frequency, passages);
    size_t count = 0;

    addends[count++] =
            (xc_addend){ { wanted->term.data, wanted->term.size }, idf, false };
    for (uint32_t i = 0; i < wanted->form_count && count <= SPOKEN_LANGUAGES; i++) {
        palpate_view form = wanted->forms[i];
        addends[count++] = (xc_addend){ { form.data, form.size }, idf, false };
    }
    (void)xc_query_sum(&query, pool, addends, count, MAX_IMPACT, reason);
    return query;
}

uint32_t form_query_count(
        const struct query_terms *terms, const struct query_node *node)
{
    uint32_t count = 0;

    for (uint32_t i = 0; i < node->word_count; i++)
        count += terms->wanted[node->words[i].wanted].form_count;
    return count;
}
