#include "query/index/article_query.h"

#include <string.h>

#include "core/impact.h"
#include "core/schema.h"
#include "core/shim_status.h"
#include "core/token.h"
#include "query/expand/expansion.h"

enum {
    MAX_ADDENDS = 128, /* words of names that go beyond it are left out */
    PREFIX_SIZE = sizeof PREFIX_ARTICLE_WORD - 1
};

/* The words of the query as terms of articles, under construction. */
struct addends {
    const struct index_query *stage;
    xc_addend items[MAX_ADDENDS];
    char names[MAX_ADDENDS][PREFIX_SIZE + WORD_SIZE];
    size_t count;
};

static void add_term(
        struct addends *addends, palpate_view term, double weight, bool with_next)
{
    char *name = addends->names[addends->count];

    memcpy(name, PREFIX_ARTICLE_WORD, PREFIX_SIZE);
    memcpy(name + PREFIX_SIZE, term.data, term.size);
    addends->items[addends->count++] =
            (xc_addend){ { name, PREFIX_SIZE + term.size }, weight, with_next };
}

static bool is_weighed(const struct addends *addends, uint32_t number)
{
    return !addends->stage->terms->terms[number].is_stop &&
           !addends->stage->terms->wanted[number].is_prefix &&
           !addends->stage->terms->wanted[number].is_unfinished &&
           addends->stage->terms->wanted[number].term.size <= WORD_SIZE;
}

static void add_word(
        struct addends *addends, uint32_t number, double weight, bool with_next)
{
    const struct wanted *wanted = &addends->stage->terms->wanted[number];

    add_term(addends, wanted->term, weight, with_next);
    for (uint32_t i = 0; !with_next && i < wanted->form_count; i++)
        if (addends->count < MAX_ADDENDS)
            add_term(addends, wanted->forms[i], weight, false);
}

/* Another name counts where the article has all of its words. */
static void add_name(struct addends *addends, const struct query_node *name)
{
    const struct query_terms *terms = addends->stage->terms;
    uint32_t count = 0;

    for (uint32_t i = 0; i < name->word_count; i++)
        count += is_weighed(addends, name->words[i].wanted);
    if (addends->count + count > MAX_ADDENDS)
        return;
    for (uint32_t i = 0; i < name->word_count; i++) {
        uint32_t number = name->words[i].wanted;
        if (!is_weighed(addends, number))
            continue;
        double idf =
                impact_idf(terms->terms[number].frequency, addends->stage->passages);
        add_word(addends, number, name->expansion->weight / 2 * idf, --count > 0);
    }
}

static void add_names(struct addends *addends, const struct query_node *node)
{
    if (node->role == QUERY_MUST_NOT)
        return;
    if (node->expansion != NULL)
        add_name(addends, node);
    for (uint32_t i = 0; i < node->child_count; i++)
        add_names(addends, node->children[i]);
}

palpate_status article_query_make(const xc_query **out, const struct index_query *stage,
        const struct query_node *root, palpate_error *err)
{
    struct addends addends = { .stage = stage };
    xc_error reason = { XC_OK, "" };

    *out = NULL;
    for (uint32_t i = 0; i < stage->terms->count && addends.count < MAX_ADDENDS; i++)
        if (terms_counts(&stage->terms->terms[i]) && is_weighed(&addends, i) &&
                stage->terms->terms[i].frequency > 0)
            add_word(&addends, i, stage->terms->terms[i].idf, false);
    add_names(&addends, root);
    if (addends.count > 0 && xc_query_sum(out, stage->pool, addends.items,
                                     addends.count, MAX_IMPACT, &reason) != XC_OK)
        return shim_failure(&reason, err);
    return PALPATE_OK;
}

palpate_status article_query_related(const xc_query **out,
        const struct index_query *stage, const struct significant_terms *related,
        palpate_error *err)
{
    struct addends addends = { .stage = stage };
    xc_error reason = { XC_OK, "" };

    *out = NULL;
    for (uint32_t i = 0; i < related->count && addends.count < MAX_ADDENDS; i++)
        if (related->items[i].term.size <= WORD_SIZE)
            add_term(&addends, related->items[i].term,
                    related->items[i].impact * related->items[i].idf, false);
    if (addends.count > 0 && xc_query_sum(out, stage->pool, addends.items,
                                     addends.count, MAX_IMPACT, &reason) != XC_OK)
        return shim_failure(&reason, err);
    return PALPATE_OK;
}
