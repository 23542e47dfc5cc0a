#include "query/rank/steer.h"

#include <math.h>

#include "core/days.h"
#include "core/fail.h"
#include "core/schema.h"
#include "query/rank/article_map.h"
#include "query/rank/order.h"

/* What is known of the articles of the candidates, each read once. */
struct steering {
    struct engine *engine;
    const struct curation *curation;
    struct article_map places; /* of what is known, from 1 */
    struct article_worth {
        double boost;   /* 1 for as much as ever */
        double recency; /* 0 to 1: a page of today */
    } * items;
    size_t room;
    uint32_t count;
    int64_t today;
};

static double recency_of(
        const struct steering *steering, const struct article_facts *facts)
{
    palpate_view date =
            facts->reviewed.size > 0 ? facts->reviewed : article_date(facts);
    int64_t day = 0;

    if (!days_read(&day, date))
        return 0;
    double age = day < steering->today ? (double)(steering->today - day) : 0;
    return exp2(-age / steering->curation->half_life);
}

/* Of several patterns that match the last one counts, as a rule that is more special
   stands after the one that is not. */
static double boost_of(const struct curation *curation, palpate_view url)
{
    double boost = 1;

    for (size_t i = 0; i < curation->count; i++)
        if (curation->rules[i].verb == CURATION_BOOST &&
                curation_matches(&curation->rules[i], url))
            boost = curation->rules[i].strength;
    return boost;
}

static palpate_status read_worth(struct article_worth *out, struct steering *steering,
        const struct candidate *candidate, palpate_error *err)
{
    uint32_t place = article_map_find(&steering->places, candidate->first);
    struct article_record article;

    if (place > 0) {
        *out = steering->items[place - 1];
        return PALPATE_OK;
    }
    palpate_status status =
            candidate_article(&article, steering->engine, candidate, err);
    if (status != PALPATE_OK)
        return status;
    *out = (struct article_worth){ boost_of(steering->curation, article.url),
        recency_of(steering, &article.facts) };
    if (!arena_grow(steering->places.arena, (void **)&steering->items, &steering->room,
                steering->count, sizeof *steering->items))
        return fail(err, PALPATE_NO_MEMORY, "out of memory for articles");
    steering->items[steering->count++] = *out;
    return article_map_set(&steering->places, candidate->first, steering->count)
                   ? PALPATE_OK
                   : fail(err, PALPATE_NO_MEMORY, "out of memory for articles");
}

static bool is_curated(const struct question *question)
{
    return !question->options->no_curation;
}

palpate_status steer_weigh(struct candidates *candidates, struct engine *engine,
        const struct question *question, palpate_error *err)
{
    const struct rank_query rank = rank_query_of(question);
    struct steering steering = {
        .engine = engine, .places = { .arena = candidates->arena }, .today = days_now()
    };

    if (!is_curated(question) || question->options->sort != PALPATE_SORT_RELEVANCE ||
            question->options->like.size > 0)
        return PALPATE_OK;
    palpate_status status = engine_curation(&steering.curation, engine, err);
    if (status != PALPATE_OK ||
            (!steering.curation->boosts && steering.curation->recency <= 0))
        return status;
    for (size_t i = 0; status == PALPATE_OK && i < candidates->count; i++) {
        struct candidate *candidate = &candidates->items[i];
        double earned = candidate->score.total;
        struct article_worth worth = { 1, 0 };
        if (earned <= 0)
            continue;
        status = read_worth(&worth, &steering, candidate, err);
        rank_add(&candidate->score, &rank, RANK_BOOST, (worth.boost - 1) * earned);
        rank_add(&candidate->score, &rank, RANK_RECENCY,
                steering.curation->recency * worth.recency * earned);
    }
    order_candidates(candidates->items, candidates->count, question->options->sort);
    return status;
}

bool steer_hides_url(const struct curation *curation, palpate_view url)
{
    for (size_t i = 0; curation->hides && i < curation->count; i++)
        if (curation->rules[i].verb == CURATION_HIDE &&
                curation_matches(&curation->rules[i], url))
            return true;
    return false;
}

palpate_status steer_hides(bool *hides, struct engine *engine,
        const struct question *question, palpate_error *err)
{
    const struct curation *curation = NULL;

    *hides = false;
    if (!is_curated(question))
        return PALPATE_OK;
    palpate_status status = engine_curation(&curation, engine, err);
    *hides = status == PALPATE_OK && curation->hides;
    return status;
}

palpate_status steer_is_hidden(bool *is_hidden, struct engine *engine,
        const struct candidate *candidate, palpate_error *err)
{
    const struct curation *curation = NULL;
    struct article_record article;
    palpate_status status = engine_curation(&curation, engine, err);

    if (status == PALPATE_OK)
        status = candidate_article(&article, engine, candidate, err);
    *is_hidden = status == PALPATE_OK && steer_hides_url(curation, article.url);
    return status;
}

palpate_status steer_hide(struct candidates *candidates, struct engine *engine,
        const struct question *question, palpate_error *err)
{
    enum { IS_SHOWN = 1, IS_HIDDEN };
    struct article_map known = { .arena = candidates->arena };
    bool hides = false;
    size_t kept = 0;
    palpate_status status = steer_hides(&hides, engine, question, err);

    if (status != PALPATE_OK || !hides)
        return status;
    for (size_t i = 0; status == PALPATE_OK && i < candidates->count; i++) {
        const struct candidate *candidate = &candidates->items[i];
        uint32_t value = article_map_find(&known, candidate->first);
        bool is_hidden = value == IS_HIDDEN;
        if (value == 0)
            status = steer_is_hidden(&is_hidden, engine, candidate, err);
        if (!article_map_set(
                    &known, candidate->first, is_hidden ? IS_HIDDEN : IS_SHOWN))
            return fail(err, PALPATE_NO_MEMORY, "out of memory for articles");
        candidates->hidden += is_hidden;
        if (!is_hidden)
            candidates->items[kept++] = *candidate;
    }
    candidates->count = kept;
    return status;
}

struct first_record {
    const struct curation *curation;
    bool is_hidden;
    palpate_status status;
    palpate_error *err;
};

static bool read_first(void *user, palpate_view data)
{
    struct first_record *first = user;
    struct passage_record record;
    struct article_record article;

    first->status = record_decode(&record, &article, data, first->err);
    first->is_hidden = first->status == PALPATE_OK && record.ordinal == 0 &&
                       steer_hides_url(first->curation, article.url);
    return false;
}

palpate_status steer_hides_article(
        bool *is_hidden, struct engine *engine, uint64_t key, palpate_error *err)
{
    struct first_record first = { .status = PALPATE_OK, .err = err };
    char term[ARTICLE_TERM_SIZE];
    palpate_status status = engine_curation(&first.curation, engine, err);

    if (status == PALPATE_OK)
        status = engine_each_record(
                engine, schema_article_term(term, key), 1, read_first, &first, err);
    *is_hidden = first.is_hidden;
    return status == PALPATE_OK ? first.status : status;
}
