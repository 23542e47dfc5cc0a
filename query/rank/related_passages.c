#include "query/rank/related_passages.h"

#include "core/fail.h"
#include "query/index/filters.h"
#include "query/rank/article_likeness.h"
#include "query/rank/feedback_terms.h"
#include "query/rank/rerank.h"
#include "query/rank/search_by_terms.h"

enum {
    /* nDCG@10 on NFCorpus' training queries is flat from 5 samples and 50 terms on. */
    SAMPLES = 5,
    MOST_SAMPLES = LIKENESS_SAMPLES,
    TERMS = 50,
    /* On a small site a reader is better served by the few passages that have the
       words, and too little is known of what its words have in common. */
    PASSAGES = 2000,
    MORE = 3 /* passages fetched for a hit that is missing: some are of one article */
};

/* Passages of different articles. */
struct samples {
    struct sample items[MOST_SAMPLES];
    uint64_t article[MOST_SAMPLES];
    uint32_t count;
};

/* Whether nothing was demanded but words that may be there. */
static bool is_plain(const struct query_node *root)
{
    for (uint32_t i = 0; i < root->child_count; i++) {
        const struct query_node *child = root->children[i];
        bool is_wish = child->role == QUERY_SHOULD && child->field == QUERY_ANYWHERE &&
                       (child->kind == QUERY_WORD || child->expansion != NULL ||
                               (child->kind == QUERY_LIST && is_plain(child)));
        if (!filters_is(child) && !is_wish)
            return false;
    }
    return root->child_count > 0;
}

/* The first passages of the candidates' articles, each once.  false when memory is out.
 */
static bool collect_firsts(
        struct article_keys *keys, const struct candidates *candidates)
{
    size_t count = candidates->count;

    *keys = (struct article_keys){
        arena_alloc(candidates->arena, (count + 1) * sizeof *keys->items), 0
    };
    if (keys->items == NULL)
        return false;
    for (size_t i = 0; i < count; i++)
        keys->items[keys->count++] = candidates->items[i].first;
    article_keys_sort(keys);
    return true;
}

/* Makes keys of articles of their first passages. */
static palpate_status read_keys(
        struct article_keys *keys, struct engine *engine, palpate_error *err)
{
    palpate_status status = PALPATE_OK;

    for (size_t i = 0; status == PALPATE_OK && i < keys->count; i++)
        status = engine_article(&keys->items[i], engine, (uint32_t)keys->items[i], err);
    article_keys_sort(keys);
    return status;
}

/* Whether an article is among the samples already. */
static bool is_sampled(const struct samples *samples, uint64_t article)
{
    for (uint32_t i = 0; i < samples->count; i++)
        if (samples->article[i] == article)
            return true;
    return false;
}

/* The best passage of each of the best articles. */
static void take_samples(
        struct samples *samples, uint32_t most, const struct candidates *candidates)
{
    samples->count = 0;
    for (size_t i = 0; i < candidates->count && samples->count < most; i++) {
        const struct candidate *candidate = &candidates->items[i];
        if (candidate->score.total <= 0 || candidate->record.is_doubtful ||
                is_sampled(samples, candidate->first))
            continue;
        samples->article[samples->count] = candidate->first;
        samples->items[samples->count++] = (struct sample){ &candidate->record,
            candidate->score.total, candidate->language, false };
    }
}

/* Appends what has none of the words, where few have some. */
static palpate_status append_related(struct candidates *candidates,
        struct engine *engine, const struct question *question,
        const struct significant_terms *terms, struct article_keys *keys,
        palpate_error *err)
{
    palpate_status status = read_keys(keys, engine, err);
    uint32_t wanted = question->options->offset + question->options->limit;
    struct terms_request request = { .terms = terms,
        .keys = keys,
        .limit = (uint32_t)candidates->count + (wanted - (uint32_t)keys->count) * MORE,
        .best = candidates->items[candidates->count - 1].score.total,
        .is_related = true };

    return status == PALPATE_OK
                   ? search_by_terms(candidates, engine, question, &request, NULL, err)
                   : status;
}

static bool is_short(const struct question *question,
        const struct candidates *candidates, const struct article_keys *keys)
{
    return (question->options->without_parts >> RANK_RELATED & 1) == 0 &&
           candidates->is_exhausted && candidates->result_count < CANDIDATES_RESULTS &&
           keys->count < question->options->offset + question->options->limit;
}

/* Raises the candidates that are like the best. */
static palpate_status raise_alike(struct candidates *candidates, struct engine *engine,
        const struct question *question, const struct significant_terms *terms,
        palpate_error *err)
{
    if (article_likeness_pays(question, candidates))
        return article_likeness_add(candidates, engine, question, terms, err);
    return rerank_pays(question, candidates)
                   ? rerank_candidates(
                             candidates, question, terms, engine_analyzer(engine), err)
                   : PALPATE_OK;
}

palpate_status related_passages_rank(struct candidates *candidates,
        struct engine *engine, const struct question *question, palpate_error *err)
{
    struct samples samples;
    struct significant_terms terms = { 0 };
    struct article_keys keys;

    if (question->options->no_expand || candidates->count == 0 ||
            engine_passages(engine) < PASSAGES || !is_plain(question->tree.root))
        return PALPATE_OK;
    if (!collect_firsts(&keys, candidates))
        return fail(err, PALPATE_NO_MEMORY, "out of memory for related passages");
    bool likens = article_likeness_pays(question, candidates);
    if (!likens && !rerank_pays(question, candidates) &&
            !is_short(question, candidates, &keys))
        return PALPATE_OK;
    uint32_t most = likens ? LIKENESS_TERMS : RERANK_TERMS;
    take_samples(&samples, likens ? LIKENESS_SAMPLES : SAMPLES, candidates);
    palpate_status status = feedback_terms_find(&terms, engine, candidates->arena,
            samples.items, samples.count,
            is_short(question, candidates, &keys) ? TERMS : most, err);
    if (status == PALPATE_OK)
        status = raise_alike(candidates, engine, question, &terms, err);
    if (status == PALPATE_OK && terms.count > 0 &&
            is_short(question, candidates, &keys))
        status = append_related(candidates, engine, question, &terms, &keys, err);
    return status;
}
