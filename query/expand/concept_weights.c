#include "query/expand/concept_weights.h"

/* What another name weighs that says the same: narrower and close ones weigh less. */
static const double SAME_THING = 0.85;

/* The one word of the user's that the other name is for, or NULL where there are more.
 */
static struct query_term *only_word(
        const struct query_terms *terms, const struct query_expansion *expansion)
{
    struct query_term *only = NULL;

    for (uint32_t i = 0; i < expansion->word_count; i++) {
        struct query_term *term = &terms->terms[expansion->words[i].wanted];
        if (term->is_stop)
            continue;
        if (only != NULL)
            return NULL;
        only = term;
    }
    return only;
}

void concept_weights_apply(
        struct query_terms *terms, const struct query_expansions *expansions)
{
    for (uint32_t i = 0; i < expansions->count; i++) {
        const struct query_expansion *expansion = expansions->items[i];
        if (expansion->is_loose || expansion->weight < SAME_THING ||
                expansion->node->word_count != 1)
            continue;
        struct query_term *own = only_word(terms, expansion);
        const struct query_term *other =
                &terms->terms[expansion->node->words[0].wanted];
        if (own != NULL && !own->is_asking && !other->is_stop && other->idf > 0 &&
                other->idf < own->idf)
            own->idf = other->idf;
    }
}
