#include "query/related.h"

#include <stdlib.h>

#include "core/fail.h"
#include "core/view.h"
#include "query/filters.h"
#include "query/significant.h"

enum {
    /* nDCG@10 on NFCorpus' training queries is flat from 5 samples and 50 terms on. */
    SAMPLES = 5,
    TERMS = 50,
    /* On a small site a reader is better served by the few passages that have the
       words, and too little is known of what its words have in common. */
    PASSAGES = 2000,
    MORE = 3 /* passages fetched for a hit that is missing: some are of one article */
};

/* What is less like the samples than this, of what they are like one another, is not
   shown: .15 loses nothing among the first ten of NFCorpus, .3 half of the gain. */
static const double LEAST_LIKE = 0.15;

/* Whether nothing was demanded but words that may be there. */
static bool is_plain(const struct query_tree *tree)
{
    const struct query_node *root = tree->root;

    for (uint32_t i = 0; i < root->child_count; i++) {
        const struct query_node *child = root->children[i];
        bool is_wish = child->role == QUERY_SHOULD && child->field == QUERY_ANYWHERE &&
                       (child->kind == QUERY_WORD || child->expansion != NULL);
        if (!filters_is(child) && !is_wish)
            return false;
    }
    return root->child_count > 0;
}

/* The articles that have the user's words: what they say besides is not news. */
struct keys {
    uint64_t *items; /* sorted */
    size_t count;
};

static int by_key(const void *left, const void *right)
{
    uint64_t a = *(const uint64_t *)left;
    uint64_t b = *(const uint64_t *)right;

    return (a > b) - (a < b);
}

/* The articles of the candidates, each once.  false when memory is out. */
static bool collect_keys(struct keys *keys, const struct finder *finder)
{
    size_t count = finder->candidate_count;

    *keys = (struct keys){
        arena_alloc(finder->arena, (count + 1) * sizeof *keys->items), 0
    };
    if (keys->items == NULL)
        return false;
    for (size_t i = 0; i < count; i++)
        keys->items[i] = finder->candidates[i].article;
    if (count > 1)
        qsort(keys->items, count, sizeof *keys->items, by_key);
    for (size_t i = 0; i < count; i++)
        if (i == 0 || keys->items[i] != keys->items[i - 1])
            keys->items[keys->count++] = keys->items[i];
    return true;
}

static bool has_key(const struct keys *keys, uint64_t key)
{
    return bsearch(&key, keys->items, keys->count, sizeof key, by_key) != NULL;
}

static uint32_t take_samples(const struct finder *finder, struct sample *samples)
{
    uint32_t count = 0;

    for (size_t i = 0; i < finder->candidate_count && count < SAMPLES; i++) {
        const struct candidate *candidate = &finder->candidates[i];
        if (candidate->score.total > 0 && !candidate->record.is_doubtful)
            samples[count++] =
                    (struct sample){ &candidate->record, candidate->score.total };
    }
    return count;
}

/* Puts a passage behind all others: its score is a share of the last one's. */
static palpate_status append(struct finder *finder, const struct engine_hit *hit,
        double share, double last, palpate_error *err)
{
    struct candidate candidate = {
        .document = hit->document, .article = hit->article, .is_related = true
    };
    palpate_status status = record_decode(&candidate.record, NULL, hit->data, err);

    if (status != PALPATE_OK)
        return status;
    candidate.score.total = candidate.score.part[RANK_RELATED] = share * last;
    if (!arena_grow(finder->arena, (void **)&finder->candidates,
                &finder->candidate_room, finder->candidate_count, sizeof candidate))
        return fail(err, PALPATE_NO_MEMORY, "out of memory for candidates");
    finder->candidates[finder->candidate_count++] = candidate;
    return PALPATE_OK;
}

/* The weight that a passage just as the mean of the samples would have. */
static double own_weight(const struct significant *terms)
{
    double sum = 0;

    for (uint32_t i = 0; i < terms->count; i++)
        sum += terms->items[i].idf * terms->items[i].impact * terms->items[i].impact;
    return sum * IMPACT_MAX;
}

static palpate_status fetch(struct finder *finder, const struct significant *terms,
        const struct keys *keys, uint32_t missing, palpate_error *err)
{
    struct engine_result *result = &finder->results[finder->result_count];
    double last = finder->candidates[finder->candidate_count - 1].score.total;
    uint64_t now = finder->now();
    struct engine_request request = { .tree = &finder->tree,
        .terms = &finder->terms,
        .related = terms,
        .limit = (uint32_t)finder->candidate_count + missing * MORE,
        .deadline_us = finder->deadline > now ? finder->deadline - now : 1 };
    palpate_status status = engine_find(result, finder->engine, &request, err);

    if (status != PALPATE_OK)
        return status;
    finder->result_count++;
    double least = LEAST_LIKE * own_weight(terms);
    for (uint32_t i = 0; status == PALPATE_OK && i < result->count; i++) {
        const struct engine_hit *hit = &result->hits[i];
        if (hit->weight < least)
            break;
        if (!has_key(keys, hit->article))
            status = append(finder, hit,
                    hit->weight / (result->hits[0].weight * 1.0001), last, err);
    }
    return status;
}

palpate_status related_add(struct finder *finder, palpate_error *err)
{
    uint32_t wanted = finder->options->offset + finder->options->limit;
    struct sample samples[SAMPLES];
    struct significant terms;
    struct keys keys;

    if (finder->options->no_expand ||
            (finder->options->without_parts >> RANK_RELATED & 1) != 0 ||
            engine_passages(finder->engine) < PASSAGES || !finder->is_exhausted ||
            finder->result_count == FINDER_BATCHES || !is_plain(&finder->tree))
        return PALPATE_OK;
    if (!collect_keys(&keys, finder))
        return fail(err, PALPATE_NO_MEMORY, "out of memory for related passages");
    uint32_t count = take_samples(finder, samples);
    if (keys.count >= wanted || count == 0)
        return PALPATE_OK;
    palpate_status status = significant_find(
            &terms, finder->engine, finder->arena, samples, count, TERMS, err);
    if (status != PALPATE_OK || terms.count == 0)
        return status;
    return fetch(finder, &terms, &keys, wanted - (uint32_t)keys.count, err);
}
