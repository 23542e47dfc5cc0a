#include "query/rank/retrieve.h"

#include "core/fail.h"
#include "core/record.h"
#include "query/index/filters.h"
#include "query/rank/article_score.h"
#include "query/rank/order.h"

enum {
    /* Passages that the second stage looks at, at least.  nDCG@10 of ten hits is the
       same to the fourth digit from 150 on, and .0001 less with 100; on a small site
       more are looked at, so that most totals are exact. */
    DEPTH = 128,
    DEPTH_SMALL = 300,
    /* Articles that are looked at though no passage of theirs is among the candidates,
       the best of those the index found, and passages of each. */
    WHOLE_ARTICLES = 64,
    WHOLE_PASSAGES = 8,
    HITS = 10, /* that the candidates are to make, if there are that many */
    SAID = 256 /* texts that are told apart while candidates are fetched */
};

/* Signatures of the first candidates, each once. */
struct said {
    uint64_t items[SAID];
    uint32_t count;
    size_t repeated; /* candidates that have one of them again */
};

/* Candidates on their way from the index. */
struct retrieval {
    struct candidates *candidates;
    struct engine *engine;
    const struct question *question;
    struct matcher matcher;
    struct said said;
};

static uint32_t least_depth(const struct engine *engine)
{
    return engine_passages(engine) < RETRIEVE_SMALL ? DEPTH_SMALL : DEPTH;
}

/* Counts what grouping will probably leave out as said already, so that the search goes
   deeper where a text stands on hundreds of pages. */
static void note_said(struct said *said, uint64_t signature)
{
    if (signature == 0)
        return;
    for (uint32_t i = 0; i < said->count; i++) {
        if (said->items[i] != signature)
            continue;
        said->repeated++;
        return;
    }
    if (said->count < SAID)
        said->items[said->count++] = signature;
}

/* `must_verify` says that the index did not find the passage by its own words. */
static palpate_status take_hit(struct retrieval *retrieval,
        const struct engine_hit *hit, bool must_verify, palpate_error *err)
{
    const struct question *question = retrieval->question;
    const struct rank_query rank = rank_query_of(question);
    struct candidate candidate;
    palpate_status status = candidate_read(&candidate, retrieval->engine, hit, err);

    if (status == PALPATE_OK)
        status = candidate_match(
                &candidate, &retrieval->matcher, retrieval->candidates->arena, err);
    if (status != PALPATE_OK)
        return status;
    if ((must_verify || verify_is_needed(question->tree.root)) &&
            !verify_node(question->tree.root, &candidate.matches))
        return PALPATE_OK;
    candidate.score = rank_passage(&rank, &candidate.record, &candidate.matches);
    if (question->options->group == PALPATE_GROUP_ARTICLE)
        note_said(&retrieval->said, candidate.record.signature);
    return candidates_add(retrieval->candidates, &candidate, err);
}

static palpate_status take_batch(
        struct retrieval *retrieval, uint32_t depth, palpate_error *err)
{
    struct candidates *candidates = retrieval->candidates;
    const struct question *question = retrieval->question;
    struct engine_result *result = &candidates->results[candidates->result_count];
    struct engine_request request = { .tree = &question->tree,
        .terms = &question->terms,
        .sort = question->options->sort,
        .with_dates = question->options->sort != PALPATE_SORT_RELEVANCE,
        .with_total = question->options->group == PALPATE_GROUP_NONE,
        .offset = candidates->fetched,
        .limit = depth - candidates->fetched };
    palpate_status status = engine_find(result, retrieval->engine, &request, err);

    if (status != PALPATE_OK)
        return status;
    if (candidates->result_count++ == 0) {
        candidates->total = result->total;
        candidates->total_is_exact = result->is_exact;
    }
    candidates->is_partial = result->is_partial;
    candidates->is_exhausted = !result->is_partial && result->count < request.limit;
    for (uint32_t i = 0; status == PALPATE_OK && i < result->count; i++)
        status = take_hit(retrieval, &result->hits[i], false, err);
    candidates->fetched += result->count;
    return status;
}

/* Words need one batch; what is verified goes on until enough was confirmed. */
static bool is_enough(const struct retrieval *retrieval)
{
    const struct candidates *candidates = retrieval->candidates;

    return candidates->is_exhausted || candidates->is_partial ||
           candidates->result_count == CANDIDATES_RESULTS ||
           candidates->count - retrieval->said.repeated >= HITS ||
           engine_is_late(retrieval->engine);
}

/* Whether nothing in a list is demanded, forbidden or filtered: "(SIDS)" within a
   statement is only wished for. */
static bool only_wishes(const struct query_node *list)
{
    for (uint32_t i = 0; i < list->child_count; i++)
        if (list->children[i]->role != QUERY_SHOULD || filters_is(list->children[i]) ||
                !only_wishes(list->children[i]))
            return false;
    return true;
}

/* Whether what has any of the words answers: then an article can be looked at passage
   by passage, without the index. */
static bool takes_any_word(const struct question *question)
{
    return only_wishes(question->tree.root) &&
           question->options->group == PALPATE_GROUP_ARTICLE &&
           question->options->sort == PALPATE_SORT_RELEVANCE;
}

/* Takes the passages of the article that starts with `first`. */
static palpate_status take_article(
        struct retrieval *retrieval, uint32_t first, palpate_error *err)
{
    struct engine *engine = retrieval->engine;
    struct passage_record record;
    struct article_record article = { 0 };
    struct engine_hit hit = { .document = first };
    palpate_status status = engine_record(&hit.data, engine, first, err);

    if (status == PALPATE_OK)
        status = record_decode(&record, &article, hit.data, err);
    for (uint32_t i = 0; status == PALPATE_OK && i < article.passage_count &&
                         i < WHOLE_PASSAGES && !engine_is_late(engine);
            i++) {
        hit.document = engine_passage(engine, first, i);
        status = engine_record(&hit.data, engine, hit.document, err);
        if (status == PALPATE_OK)
            status = take_hit(retrieval, &hit, true, err);
    }
    return status;
}

/* Takes the best articles of which no passage is among the candidates: their words are
   spread over passages that have few of them each. */
static palpate_status take_articles(struct retrieval *retrieval,
        const struct article_scores *scores, palpate_error *err)
{
    struct candidates *candidates = retrieval->candidates;
    struct article_map known = { .arena = candidates->arena };
    palpate_status status = PALPATE_OK;

    for (size_t i = 0; i < candidates->count; i++)
        if (!article_map_set(&known, candidates->items[i].first, 1))
            return fail(err, PALPATE_NO_MEMORY, "out of memory for articles");
    for (uint32_t i = 0;
            status == PALPATE_OK && i < scores->found.count && i < WHOLE_ARTICLES; i++)
        if (article_map_find(&known, scores->found.hits[i].document) == 0)
            status = take_article(retrieval, scores->found.hits[i].document, err);
    return status;
}

/* Adds to every candidate what its article is worth, where that counts. */
static palpate_status weigh_articles(struct retrieval *retrieval, palpate_error *err)
{
    struct candidates *candidates = retrieval->candidates;
    const struct rank_query rank = rank_query_of(retrieval->question);
    struct article_scores scores = { 0 };

    if ((rank.without_parts >> RANK_ARTICLE & 1) != 0)
        return PALPATE_OK;
    order_candidates(candidates->items, candidates->count, PALPATE_SORT_RELEVANCE);
    double share = article_scores_share(
            retrieval->question, candidates->items, candidates->count);
    if (share <= 0)
        return PALPATE_OK;
    palpate_status status = article_scores_find(
            &scores, retrieval->engine, retrieval->question, candidates->arena, err);

    if (status == PALPATE_OK && takes_any_word(retrieval->question))
        status = take_articles(retrieval, &scores, err);
    if (status == PALPATE_OK)
        article_scores_add(&scores, candidates->items, candidates->count, &rank, share);
    candidates->is_partial |= scores.found.is_partial;
    article_scores_free(&scores);
    return status;
}

palpate_status retrieve_candidates(struct candidates *candidates, struct engine *engine,
        const struct question *question, palpate_error *err)
{
    struct retrieval retrieval = {
        .candidates = candidates, .engine = engine, .question = question
    };
    uint32_t depth = least_depth(engine);
    palpate_status status = PALPATE_OK;

    matcher_init(&retrieval.matcher, engine_analyzer(engine), question->terms.wanted,
            question->terms.count);
    do {
        status = take_batch(&retrieval, depth, err);
        depth *= 4;
    } while (status == PALPATE_OK && !is_enough(&retrieval));
    if (status == PALPATE_OK)
        status = weigh_articles(&retrieval, err);
    order_candidates(candidates->items, candidates->count, question->options->sort);
    candidates->is_partial |= !candidates->is_exhausted && engine_is_late(engine);
    return status;
}

/* Whether one of what the index offers answers. */
static palpate_status verify_any(bool *has, struct engine *engine,
        const struct question *question, struct arena *arena, palpate_error *err)
{
    struct candidates candidates = { .arena = arena };
    palpate_status status = retrieve_candidates(&candidates, engine, question, err);

    *has = candidates.count > 0;
    candidates_clear(&candidates);
    return status;
}

palpate_status retrieve_any(bool *has, struct engine *engine,
        const struct question *question, struct arena *arena, palpate_error *err)
{
    struct engine_result found;
    struct engine_request request = { .tree = &question->tree,
        .terms = &question->terms,
        .without_records = true,
        .any_will_do = true,
        .limit = 1 };

    *has = false;
    if (verify_is_needed(question->tree.root))
        return verify_any(has, engine, question, arena, err);
    palpate_status status = engine_find(&found, engine, &request, err);
    if (status != PALPATE_OK)
        return status;
    *has = found.count > 0;
    engine_result_free(&found);
    return PALPATE_OK;
}
