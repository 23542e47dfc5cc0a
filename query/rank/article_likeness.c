#include "query/rank/article_likeness.h"

#include "core/fail.h"
#include "core/impact.h"
#include "core/view.h"
#include "query/rank/article_map.h"
#include "query/rank/order.h"

enum { ARTICLES = 1000 /* of which it is known how much of the words they have */ };

/* What all the words of the best hits are worth, in shares of the words of the user. */
static const double WORTH = 0.2;

bool article_likeness_pays(
        const struct question *question, const struct candidates *candidates)
{
    return question->terms.is_claim && candidates->count > 1 &&
           (question->options->without_parts >> RANK_LIKENESS & 1) == 0;
}

static bool is_asked(const struct query_terms *terms, palpate_view term)
{
    for (uint32_t i = 0; i < terms->count; i++)
        if (view_equals(terms->wanted[i].term, term))
            return true;
    return false;
}

/* Those of the words that the user did not type, and what they are worth together. */
static palpate_status take_others(struct significant_terms *out, double *whole,
        struct arena *arena, const struct query_terms *asked,
        const struct significant_terms *terms, palpate_error *err)
{
    *whole = 0;
    *out = (struct significant_terms){
        arena_alloc(arena, (terms->count + 1U) * sizeof *out->items), 0
    };
    if (out->items == NULL)
        return fail(err, PALPATE_NO_MEMORY, "out of memory for words of passages");
    for (uint32_t i = 0; i < terms->count; i++) {
        if (is_asked(asked, terms->items[i].term))
            continue;
        out->items[out->count++] = terms->items[i];
        *whole += terms->items[i].impact * terms->items[i].idf;
    }
    return PALPATE_OK;
}

static double idf_of_words(const struct query_terms *terms)
{
    double sum = 0;

    for (uint32_t i = 0; i < terms->count; i++)
        sum += terms_counts(&terms->terms[i]) ? terms->terms[i].idf : 0;
    return sum;
}

static palpate_status raise(struct candidates *candidates,
        const struct question *question, const struct engine_result *found, double unit,
        palpate_error *err)
{
    const struct rank_query query = rank_query_of(question);
    struct article_map places = { .arena = candidates->arena };

    for (uint32_t i = 0; i < found->count; i++)
        if (!article_map_set(&places, found->hits[i].document, i + 1))
            return fail(err, PALPATE_NO_MEMORY, "out of memory for articles");
    for (size_t i = 0; i < candidates->count; i++) {
        uint32_t place = article_map_find(&places, candidates->items[i].first);
        if (place > 0)
            rank_add(&candidates->items[i].score, &query, RANK_LIKENESS,
                    unit * found->hits[place - 1].weight);
    }
    order_candidates(candidates->items, candidates->count, PALPATE_SORT_RELEVANCE);
    return PALPATE_OK;
}

palpate_status article_likeness_add(struct candidates *candidates,
        struct engine *engine, const struct question *question,
        const struct significant_terms *terms, palpate_error *err)
{
    struct significant_terms others;
    struct engine_result found = { 0 };
    struct engine_request request = { .terms = &question->terms,
        .tree = &question->tree,
        .related = &others,
        .limit = ARTICLES };
    double whole = 0;
    palpate_status status = take_others(
            &others, &whole, candidates->arena, &question->terms, terms, err);

    if (status != PALPATE_OK || whole <= 0)
        return status;
    status = engine_find_articles(&found, engine, &request, err);
    if (status != PALPATE_OK)
        return status;
    candidates->is_partial |= found.is_partial;
    double unit = WORTH * idf_of_words(&question->terms) / whole / MAX_IMPACT;
    status = raise(candidates, question, &found, unit, err);
    engine_result_free(&found);
    return status;
}
