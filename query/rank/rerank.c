#include "query/rank/rerank.h"

#include "core/fail.h"
#include "query/expand/match.h"
#include "query/rank/order.h"
#include "query/rank/query_length.h"

enum {
    RAISED = 48,  /* candidates that are compared; with all, nDCG@10 is .0001 more */
    MAX_WORDS = 8 /* of a query: longer ones say what they mean */
};

bool rerank_pays(const struct question *question, const struct candidates *candidates)
{
    uint32_t words = query_length_words(&question->terms);

    return words > 0 && words <= MAX_WORDS && candidates->count > 1 &&
           query_length_statement(&question->terms) < 1 &&
           (question->options->without_parts >> RANK_LIKENESS & 1) == 0;
}

/* How much a candidate says of the terms: the sum of idf × impact × their impact. */
static palpate_status measure_likeness(double *out, struct arena *arena,
        struct matcher *matcher, const struct significant_terms *terms,
        const struct candidate *candidate, palpate_error *err)
{
    struct candidate copy = *candidate;
    struct field_counts found[RERANK_TERMS] = { 0 };
    palpate_status status = candidate_match(&copy, matcher, arena, err);

    *out = 0;
    if (status != PALPATE_OK)
        return status;
    for (int field = 0; field < FIELD_COUNT; field++) {
        const struct matches *here = &copy.matches.field[field];
        for (uint32_t i = 0; i < here->count; i++)
            found[here->items[i].wanted].count[field]++;
    }
    for (uint32_t i = 0; i < matcher->wanted_count; i++)
        *out += terms->items[i].idf * terms->items[i].impact *
                impact_exact(&found[i], &copy.record.lengths, copy.record.is_doubtful);
    return PALPATE_OK;
}

palpate_status rerank_candidates(struct candidates *candidates,
        const struct question *question, const struct significant_terms *terms,
        struct analyzer *analyzer, palpate_error *err)
{
    struct wanted wanted[RERANK_TERMS];
    const struct rank_query query = rank_query_of(question);
    struct matcher matcher;
    double shared[RAISED];
    double most = 0;
    uint32_t term_count = terms->count < RERANK_TERMS ? terms->count : RERANK_TERMS;
    size_t count = candidates->count < RAISED ? candidates->count : RAISED;
    palpate_status status = PALPATE_OK;

    for (uint32_t i = 0; i < term_count; i++)
        wanted[i] = (struct wanted){ .term = terms->items[i].term };
    matcher_init(&matcher, analyzer, wanted, term_count);
    for (size_t i = 0; status == PALPATE_OK && i < count; i++) {
        status = measure_likeness(&shared[i], candidates->arena, &matcher, terms,
                &candidates->items[i], err);
        most = shared[i] > most ? shared[i] : most;
    }
    if (status != PALPATE_OK || most <= 0)
        return status;
    double share = query_length_brevity(&question->terms) *
                   (1 - query_length_statement(&question->terms));
    for (size_t i = 0; i < count; i++)
        rank_add(&candidates->items[i].score, &query, RANK_LIKENESS,
                share * shared[i] / most * candidates->items[i].score.total);
    order_candidates(candidates->items, candidates->count, PALPATE_SORT_RELEVANCE);
    return PALPATE_OK;
}
