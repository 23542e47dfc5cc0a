#include <stdlib.h>
#include <xapian-c/xapian-c.h>

#include "core/fail.h"
#include "core/schema.h"
#include "core/shim_status.h"
#include "core/view.h"
#include "query/index/article_query.h"
#include "query/index/engine.h"
#include "query/index/engine_inside.h"
#include "query/index/index_query.h"
#include "query/index/query_builder.h"

enum {
    CACHED_HITS = 1024, /* what asks for more would push out what others come back to */
    PASSAGES_OF_A_KIND = 64, /* in an article, at most */
    HEADS_AT_ONCE = 64 /* articles: more than a page shows, since the order changes */
};

static uint32_t date_of(xc_bytes value)
{
    uint32_t date = 0;

    for (size_t i = 0; i < value.size && i < 8; i++)
        date = date * 10 + (uint32_t)(value.data[i] - '0');
    return date;
}

static void copy_values(
        struct engine_hit *to, const xc_hit *from, const xc_search *search)
{
    for (size_t i = 0; i < search->value_count; i++) {
        /* A record begins with the key of its article. */
        if (search->value_slots[i] == SLOT_ARTICLE ||
                search->value_slots[i] == SLOT_RECORD) {
            to->article = schema_article_key((palpate_view){ from->values[i].data,
                    from->values[i].size < ARTICLE_VALUE_SIZE ? from->values[i].size
                                                              : ARTICLE_VALUE_SIZE });
        } else {
            to->date = date_of(from->values[i]);
        }
    }
}

static palpate_status copy_hits(struct engine_result *out, const xc_hits *found,
        const xc_search *search, palpate_error *err)
{
    out->total = found->at_least;
    out->is_exact = found->is_exact;
    out->hits = calloc(found->count + 1, sizeof *out->hits);
    if (out->hits == NULL)
        return fail(err, PALPATE_NO_MEMORY, "out of memory for candidates");
    for (size_t i = 0; i < found->count; i++) {
        const xc_hit *hit = &found->items[i];
        out->hits[i] =
                (struct engine_hit){ .document = hit->docid, .weight = hit->weight };
        copy_values(&out->hits[i], hit, search);
    }
    out->count = (uint32_t)found->count;
    return PALPATE_OK;
}

static const uint32_t RECORD = SLOT_RECORD;
static const uint32_t CARRIED[] = { SLOT_RECORD, SLOT_DATE };

/* Lets other machines send records along with the hits: each would take an exchange by
   itself. */
static void carry_records(xc_search *search, bool with_dates)
{
    search->carried_slot = &RECORD;
    search->value_slots = CARRIED;
    search->value_count = 1 + (size_t)with_dates;
}

static palpate_status run_search(struct engine_result *out, struct engine *engine,
        xc_search *search, const bool *is_kept, palpate_error *err)
{
    xc_hits *found = NULL;
    xc_error reason = { XC_OK, "" };

    search->without_data = true;
    search->deadline_us = budget_left(&engine->budget);
    if (xc_database_search(&found, engine->database, search, &reason) == XC_OK) {
        palpate_status status = copy_hits(out, found, search, err);
        if (status == PALPATE_OK && is_kept != NULL && search->carried_slot != NULL)
            status = engine_keep_carried(out, engine, found, *is_kept, err);
        xc_hits_free(found);
        return status;
    }
    if (reason.status != XC_TIMEOUT)
        return shim_failure(&reason, err);
    out->is_partial = engine->budget.was_overrun = true;
    return PALPATE_OK;
}

static palpate_status run_and_read(struct engine_result *out, struct engine *engine,
        xc_search *search, bool is_kept, palpate_error *err)
{
    palpate_status status = run_search(out, engine, search, &is_kept, err);

    if (status == PALPATE_OK)
        status = engine_read_hits(out, engine, is_kept, err);
    if (status != PALPATE_OK)
        engine_result_free(out);
    return status;
}

/* A query for the first passages of the articles of hits, the best first; NULL where
   there are none. */
static const xc_query *query_of_heads(struct engine *engine,
        const struct engine_result *result, uint32_t *count, xc_error *reason)
{
    struct query_builder any = { .pool = engine->pool };
    struct query_builder both = { .pool = engine->pool };
    char term[ARTICLE_TERM_SIZE];

    for (uint32_t i = 0; i < result->count && *count < HEADS_AT_ONCE; i++) {
        uint32_t before = 0;
        while (before < i && result->hits[before].article != result->hits[i].article)
            before++;
        if (before < i)
            continue;
        query_builder_add_term(
                &any, schema_article_term(term, result->hits[i].article));
        ++*count;
    }
    query_builder_add(&both, query_builder_combine(&any, XC_OR));
    if (*count > 0)
        query_builder_add_term(&both, PALPATE_VIEW(PREFIX_ARTICLE_WORD));
    const xc_query *query = query_builder_combine(&both, XC_AND);
    return query_builder_report(reason, &any) || query_builder_report(reason, &both)
                   ? NULL
                   : query;
}

/* Lets other machines send the records with the headers of the articles of hits, which
   would take an exchange each when they are asked for. */
static palpate_status prefetch_heads(
        struct engine *engine, const struct engine_result *result, palpate_error *err)
{
    xc_search search = { .weighting = XC_WEIGHT_BOOLEAN };
    struct engine_result found = { 0 };
    xc_error reason = { XC_OK, "" };

    xc_pool_clear(engine->pool);
    search.query = query_of_heads(engine, result, &search.limit, &reason);
    if (reason.status != XC_OK)
        return shim_failure(&reason, err);
    if (search.query == NULL)
        return PALPATE_OK;
    carry_records(&search, false);
    palpate_status status = run_and_read(&found, engine, &search, true, err);
    engine_result_free(&found);
    return status;
}

palpate_status engine_find(struct engine_result *out, struct engine *engine,
        const struct engine_request *request, palpate_error *err)
{
    static const uint32_t BY_DATE = SLOT_DATE;
    static const uint32_t SLOTS[] = { SLOT_ARTICLE, SLOT_DATE };
    const struct index_query stage = { engine->database, engine->pool, request->terms,
        analyzer_known(engine->analyzer), engine->passages,
        !request->with_total && !request->any_will_do };
    xc_search search = { .offset = request->offset,
        .limit = request->limit,
        .check_at_least = request->offset + request->limit,
        .weighting = request->any_will_do ? XC_WEIGHT_BOOLEAN : XC_WEIGHT_IMPACT,
        .sort_slot = request->sort == PALPATE_SORT_RELEVANCE ? NULL : &BY_DATE,
        .sort_ascending = request->sort == PALPATE_SORT_OLDEST,
        .sort_empty_last = true,
        .value_slots = request->with_articles ? SLOTS : SLOTS + 1,
        .value_count = (size_t)request->with_articles + request->with_dates };

    *out = (struct engine_result){ 0 };
    if (xc_database_has_remote(engine->database) &&
            (request->with_articles || !request->without_records))
        carry_records(&search, request->with_dates);
    xc_pool_clear(engine->pool);
    palpate_status status =
            request->related == NULL
                    ? index_query_make(&search.query, &stage, request->tree->root, err)
                    : index_query_related(&search.query, &stage, request->tree->root,
                              request->related, err);
    if (status == PALPATE_OK)
        status = request->without_records ? run_search(out, engine, &search, NULL, err)
                                          : run_and_read(out, engine, &search,
                                                    request->limit <= CACHED_HITS, err);
    if (status == PALPATE_OK && search.carried_slot != NULL &&
            !request->without_records)
        status = prefetch_heads(engine, out, err);
    return status;
}

palpate_status engine_find_articles(struct engine_result *out, struct engine *engine,
        const struct engine_request *request, palpate_error *err)
{
    const struct index_query stage = { .database = engine->database,
        .pool = engine->pool,
        .terms = request->terms,
        .passages = engine->passages };
    xc_search search = { .limit = request->limit,
        .check_at_least = request->limit,
        .weighting = XC_WEIGHT_IMPACT };

    *out = (struct engine_result){ 0 };
    xc_pool_clear(engine->pool);
    palpate_status status = request->related == NULL
                                    ? article_query_make(&search.query, &stage,
                                              request->tree->root, err)
                                    : article_query_related(&search.query, &stage,
                                              request->related, err);
    return status == PALPATE_OK && search.query != NULL
                   ? run_search(out, engine, &search, NULL, err)
                   : status;
}

/* Leaves the first hit of each article. */
static void leave_first(struct engine_result *result)
{
    uint32_t left = 0;

    for (uint32_t i = 0; i < result->count; i++) {
        uint32_t before = 0;
        while (before < left && result->hits[before].article != result->hits[i].article)
            before++;
        if (before == left)
            result->hits[left++] = result->hits[i];
    }
    result->count = left;
}

palpate_status engine_find_kind(struct engine_result *out, struct engine *engine,
        const uint64_t *articles, uint32_t count, enum passage_kind kind,
        palpate_error *err)
{
    static const uint32_t COLLAPSE = SLOT_ARTICLE;
    xc_search search = { .limit = count,
        .weighting = XC_WEIGHT_BOOLEAN,
        .collapse_slot = &COLLAPSE,
        .value_slots = &COLLAPSE,
        .value_count = 1 };

    bool is_remote = xc_database_has_remote(engine->database);

    *out = (struct engine_result){ 0 };
    if (is_remote) { /* where hits that are collapsed carry nothing */
        search.collapse_slot = NULL;
        search.limit = count * PASSAGES_OF_A_KIND;
        carry_records(&search, false);
    }
    xc_pool_clear(engine->pool);
    palpate_status status =
            index_query_kind(&search.query, engine->pool, articles, count, kind, err);
    if (status == PALPATE_OK)
        status = run_and_read(out, engine, &search, true, err);
    if (status == PALPATE_OK && is_remote)
        leave_first(out);
    return status;
}

/* A word in any language of the index. */
static const xc_query *query_of_word(
        struct engine *engine, palpate_view word, xc_error *reason)
{
    const struct known_languages *known = analyzer_known(engine->analyzer);
    const struct stemming *spoken = analyzer_language(engine->analyzer);
    struct query_builder any = { .pool = engine->pool };

    for (uint32_t i = 0; i < known->count; i++) {
        (void)analyzer_speak(engine->analyzer, known->items[i]);
        query_builder_add_term(&any, term_of(engine->analyzer, word));
    }
    (void)analyzer_speak(engine->analyzer, spoken);
    const xc_query *query = query_builder_combine(&any, XC_OR);
    return query_builder_report(reason, &any) ? NULL : query;
}

static const xc_query *query_of_words(struct engine *engine, const palpate_view *words,
        uint32_t count, xc_operator op, xc_error *reason)
{
    struct query_builder terms = { .pool = engine->pool };

    for (uint32_t i = 0; i < count; i++)
        if (!term_is_stop(engine->analyzer, words[i]))
            query_builder_add(&terms, query_of_word(engine, words[i], reason));
    const xc_query *query = query_builder_combine(&terms, op);
    return query_builder_report(reason, &terms) ? NULL : query;
}

/* Whether the index has every word, but for those that are in no index: most names are
   ruled out by that. */
static palpate_status has_words(bool *has, struct engine *engine,
        const palpate_view *words, uint32_t count, palpate_error *err)
{
    palpate_status status = PALPATE_OK;

    *has = true;
    for (uint32_t i = 0; status == PALPATE_OK && *has && i < count; i++) {
        uint32_t frequency = 0;
        if (term_is_stop(engine->analyzer, words[i]))
            continue;
        status = engine_word_frequency(&frequency, engine, words[i], err);
        *has = frequency > 0;
    }
    return status;
}

palpate_status engine_meets(bool *meets, struct engine *engine, const palpate_view *all,
        uint32_t all_count, const palpate_view *any, uint32_t any_count,
        palpate_error *err)
{
    struct query_builder both = { .pool = engine->pool };
    xc_search search = { .limit = 1, .weighting = XC_WEIGHT_BOOLEAN };
    struct engine_result found = { 0 };
    xc_error reason = { XC_OK, "" };

    bool is_one = all_count == 1 && any_count == 1 && view_equals(all[0], any[0]) &&
                  !term_is_stop(engine->analyzer, all[0]);
    palpate_status known = has_words(meets, engine, all, all_count, err);
    if (known != PALPATE_OK || !*meets || is_one)
        return known;
    *meets = false;
    xc_pool_clear(engine->pool);
    const xc_query *name = query_of_words(engine, all, all_count, XC_AND, &both.reason);
    const xc_query *context =
            query_of_words(engine, any, any_count, XC_OR, &both.reason);
    if (!query_builder_failed(&both) && (name == NULL || context == NULL))
        return PALPATE_OK;
    query_builder_add(&both, name);
    query_builder_add(&both, context);
    search.query = query_builder_combine(&both, XC_AND);
    if (query_builder_report(&reason, &both))
        return shim_failure(&reason, err);
    palpate_status status = run_search(&found, engine, &search, NULL, err);
    *meets = found.count > 0;
    engine_result_free(&found);
    return status;
}

void engine_result_free(struct engine_result *result)
{
    arena_free(&result->records);
    free(result->hits);
    *result = (struct engine_result){ 0 };
}

palpate_status engine_prefetch(
        struct engine *engine, palpate_view term, uint32_t most, palpate_error *err)
{
    struct query_builder any = { .pool = engine->pool };
    xc_search search = { .limit = most, .weighting = XC_WEIGHT_BOOLEAN };
    struct engine_result found = { 0 };
    xc_error reason = { XC_OK, "" };

    if (!xc_database_has_remote(engine->database))
        return PALPATE_OK;
    xc_pool_clear(engine->pool);
    query_builder_add_term(&any, term);
    search.query = query_builder_combine(&any, XC_OR);
    if (query_builder_report(&reason, &any))
        return shim_failure(&reason, err);
    carry_records(&search, false);
    palpate_status status = run_and_read(&found, engine, &search, true, err);
    engine_result_free(&found);
    return status;
}
