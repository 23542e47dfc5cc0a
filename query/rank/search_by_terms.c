#include "query/rank/search_by_terms.h"

#include <stdlib.h>

/* What is less like the samples than this, of what they are like one another, is not
   shown: .1 loses nothing among the first ten of NFCorpus, .15 a thirtieth of the gain
   and .3 half of it. */
static const double LEAST_LIKE = 0.1;

static int by_key(const void *left, const void *right)
{
    uint64_t a = *(const uint64_t *)left;
    uint64_t b = *(const uint64_t *)right;

    return (a > b) - (a < b);
}

void article_keys_sort(struct article_keys *keys)
{
    size_t kept = 0;

    if (keys->count > 1)
        qsort(keys->items, keys->count, sizeof *keys->items, by_key);
    for (size_t i = 0; i < keys->count; i++)
        if (kept == 0 || keys->items[i] != keys->items[kept - 1])
            keys->items[kept++] = keys->items[i];
    keys->count = kept;
}

static bool has_key(const struct article_keys *keys, uint64_t key)
{
    return bsearch(&key, keys->items, keys->count, sizeof key, by_key) != NULL;
}

static palpate_status append_candidate(struct candidates *candidates,
        struct engine *engine, struct engine_hit *hit, double score, bool is_related,
        palpate_error *err)
{
    struct candidate candidate;
    palpate_status status = PALPATE_OK;

    if (hit->data.data == NULL)
        status = engine_record(&hit->data, engine, hit->document, err);
    if (status == PALPATE_OK)
        status = candidate_read(&candidate, engine, hit, err);
    if (status != PALPATE_OK)
        return status;
    candidate.is_related = is_related;
    candidate.score.total = candidate.score.part[RANK_RELATED] = score;
    return candidates_add(candidates, &candidate, err);
}

/* The weight that a passage just as the mean of the samples would have. */
static double own_weight(const struct significant_terms *terms)
{
    double sum = 0;

    for (uint32_t i = 0; i < terms->count; i++)
        sum += terms->items[i].idf * terms->items[i].impact * terms->items[i].impact;
    return sum * MAX_IMPACT;
}

palpate_status search_by_terms(struct candidates *candidates, struct engine *engine,
        const struct question *question, const struct terms_request *request,
        bool *is_all, palpate_error *err)
{
    struct engine_result *result = &candidates->results[candidates->result_count];
    struct engine_request search = { .tree = &question->tree,
        .terms = &question->terms,
        .related = request->terms,
        .with_articles = true,
        .without_records = request->is_related, /* most are known already */
        .with_dates = question->options->sort != PALPATE_SORT_RELEVANCE,
        .limit = request->limit };
    palpate_status status = engine_find(result, engine, &search, err);

    if (status != PALPATE_OK)
        return status;
    candidates->result_count++;
    bool is_cut = result->is_partial || result->count == request->limit;
    double least = LEAST_LIKE * own_weight(request->terms);
    for (uint32_t i = 0; status == PALPATE_OK && i < result->count; i++) {
        struct engine_hit *hit = &result->hits[i];
        if (hit->weight < least) {
            is_cut = false;
            break;
        }
        double share = hit->weight / (result->hits[0].weight * 1.0001);
        if (!has_key(request->keys, hit->article))
            status = append_candidate(candidates, engine, hit, share * request->best,
                    request->is_related, err);
    }
    candidates->is_partial |= result->is_partial;
    if (is_all != NULL)
        *is_all = !is_cut;
    return status;
}
