#include <palpate/search.h>
#include <stdlib.h>

#include "core/fail.h"
#include "core/kind.h"
#include "core/view.h"
#include "query/answer/answer.h"
#include "query/answer/get_passage.h"
#include "query/answer/listing.h"
#include "query/answer/notes.h"
#include "query/answer/pinned.h"
#include "query/answer/suggest.h"
#include "query/answer/topics.h"
#include "query/expand/curated.h"
#include "query/find.h"
#include "query/index/engine.h"
#include "query/rank/language_order.h"
#include "query/rank/related_passages.h"
#include "query/rank/similar_articles.h"
#include "query/rank/steer.h"

enum {
    ATTEMPTS = 3, /* at one answer from an index that changes meanwhile */
    MAX_SHARDS_MISSING = 64
};

struct palpate_searcher {
    struct engine *engine;
};

palpate_status palpate_searcher_open(
        palpate_searcher **out, const char *path, palpate_error *err)
{
    palpate_searcher *searcher = calloc(1, sizeof *searcher);

    *out = NULL;
    if (searcher == NULL)
        return fail(err, PALPATE_NO_MEMORY, "out of memory for a searcher");
    palpate_status status = engine_open(&searcher->engine, path, err);
    if (status != PALPATE_OK) {
        palpate_searcher_close(searcher);
        return status;
    }
    *out = searcher;
    return PALPATE_OK;
}

void palpate_searcher_allow_partial(palpate_searcher *searcher, bool is_allowed)
{
    engine_allow_partial(searcher->engine, is_allowed);
}

void palpate_searcher_close(palpate_searcher *searcher)
{
    if (searcher == NULL)
        return;
    engine_close(searcher->engine);
    free(searcher);
}

palpate_status palpate_searcher_refresh(
        palpate_searcher *searcher, bool *changed, palpate_error *err)
{
    bool unused = false;

    return engine_refresh(searcher->engine, changed == NULL ? &unused : changed, err);
}

palpate_status palpate_searcher_info(
        palpate_index_info *info, palpate_searcher *searcher, palpate_error *err)
{
    return engine_info(searcher->engine, info, err);
}

static struct budget budget_for(uint64_t deadline_us)
{
    return budget_of(deadline_us == 0 ? PALPATE_DEADLINE_US : deadline_us);
}

static palpate_search_options checked_options(const palpate_search_options *given)
{
    palpate_search_options options = { 0 };

    if (given != NULL)
        options = *given;
    if (options.limit == 0)
        options.limit = 10;
    if (options.limit > PALPATE_MAX_DEPTH)
        options.limit = PALPATE_MAX_DEPTH;
    if (options.offset > PALPATE_MAX_DEPTH)
        options.offset = PALPATE_MAX_DEPTH;
    if (options.facet_values > PALPATE_MAX_DEPTH)
        options.facet_values = PALPATE_MAX_DEPTH;
    return options;
}

/* Whether what is related may follow: it has no place in an order of dates. */
static bool is_plain(const palpate_search_options *options)
{
    return options->sort == PALPATE_SORT_RELEVANCE && options->like.size == 0;
}

/* Finds the rules of the owner that the question meets, if it is in this language. */
static palpate_status find_curated_in(struct curated *curated, struct search *search,
        const struct stemming *language, palpate_error *err)
{
    struct analyzer *analyzer = engine_analyzer(search->engine);
    const struct stemming *own = analyzer_speak(analyzer, language);
    const struct curation *curation = NULL;
    palpate_status status =
            engine_curation_in(&curation, search->engine, language, err);

    if (status == PALPATE_OK)
        status = curated_find(
                curated, curation, &search->question, search->arena, analyzer, err);
    (void)analyzer_speak(analyzer, own);
    return status;
}

/* Finds the rules of the owner that the question as it was read meets: in its language,
   else in others of the index, for a few words do not always tell theirs. */
static palpate_status find_curated(
        struct curated *curated, struct search *search, palpate_error *err)
{
    const palpate_search_options *options = search->question.options;
    struct analyzer *analyzer = engine_analyzer(search->engine);
    const struct known_languages *known = analyzer_known(analyzer);
    const struct stemming *own = analyzer_language(analyzer);

    *curated = (struct curated){ .count = 0 };
    if (options->no_curation || options->like.size > 0)
        return PALPATE_OK;
    palpate_status status = find_curated_in(curated, search, own, err);
    for (uint32_t i = 0; status == PALPATE_OK && i < known->count; i++)
        if (known->items[i] != own && curated->count == 0 && curated->redirect == NULL)
            status = find_curated_in(curated, search, known->items[i], err);
    return status;
}

/* Reads the query, and instead of one that is redirected the other.  That is not
   redirected again. */
static palpate_status read_curated(struct curated *curated, struct search *search,
        palpate_view *query, palpate_error *err)
{
    palpate_status status = find_read(search, *query, err);

    if (status == PALPATE_OK)
        status = find_curated(curated, search, err);
    if (status != PALPATE_OK || curated->redirect == NULL)
        return status;
    status = answer_copy_text(
            &search->answer->redirected, search->answer, curated->redirect->value, err);
    if (status == PALPATE_OK)
        status =
                curated_redirect(query, curated, &search->question, search->arena, err);
    search->question = (struct question){ .options = search->question.options };
    if (status == PALPATE_OK)
        status = find_read(search, *query, err);
    return status == PALPATE_OK ? find_curated(curated, search, err) : status;
}

/* Ranks what was found, by its words, and by what the owner decided. */
static palpate_status rank_found(
        struct search *search, struct curated *curated, palpate_error *err)
{
    struct engine *engine = search->engine;
    struct candidates *candidates = &search->candidates;
    const struct question *question = &search->question;
    palpate_status status = steer_weigh(candidates, engine, question, err);

    if (status == PALPATE_OK && is_plain(question->options))
        status = related_passages_rank(candidates, engine, question, err);
    if (status == PALPATE_OK)
        status = language_order(candidates, engine, question, err);
    if (status == PALPATE_OK && curated->count == 0 &&
            search->answer->corrected.size > 0)
        status = find_curated(curated, search, err);
    if (status == PALPATE_OK)
        status = pinned_put(search->answer, candidates, engine, question, curated, err);
    return status == PALPATE_OK ? steer_hide(candidates, engine, question, err)
                                : status;
}

/* Says which parts of the index could not be asked. */
static palpate_status answer_say_missing(
        palpate_answer *answer, struct engine *engine, palpate_error *err)
{
    const char *texts[MAX_SHARDS_MISSING];
    size_t count = 0;
    palpate_status status = PALPATE_OK;

    while (count < MAX_SHARDS_MISSING &&
            (texts[count] = engine_missing(engine, (uint32_t)count)) != NULL)
        count++;
    if (count == 0)
        return PALPATE_OK;
    palpate_view *missing = arena_zeroed(answer_arena(answer), count, sizeof *missing);
    if (missing == NULL)
        return fail(err, PALPATE_NO_MEMORY, "out of memory for an answer");
    for (size_t i = 0; status == PALPATE_OK && i < count; i++)
        status = answer_copy_text(&missing[i], answer, view_of(texts[i]), err);
    answer->missing = missing;
    answer->missing_count = count;
    answer->is_partial = true;
    return status;
}

static palpate_status run_search(
        struct search *search, palpate_view query, palpate_error *err)
{
    struct engine *engine = search->engine;
    struct candidates *candidates = &search->candidates;
    const struct question *question = &search->question;
    struct curated curated = { .count = 0 };
    palpate_status status = read_curated(&curated, search, &query, err);

    search->question.is_curated = curated.count > 0;
    if (status == PALPATE_OK)
        status = question->options->like.size > 0
                         ? similar_articles_find(candidates, engine, question, err)
                         : find_hits(search, query, err);
    if (status == PALPATE_OK)
        status = rank_found(search, &curated, err);
    if (status == PALPATE_OK && candidates->like_title.size > 0)
        status = answer_copy_text(&search->answer->like_title, search->answer,
                candidates->like_title, err);
    if (status == PALPATE_OK)
        status = listing_write(search->answer, candidates, engine, question, err);
    /* Only now is it known that nothing more is asked for. */
    candidates->is_partial |= engine_was_cut(engine);
    search->answer->is_partial = candidates->is_partial;
    search->answer->asks_if_safe = question->asks_if_safe;
    if (status == PALPATE_OK)
        status = answer_say_missing(search->answer, engine, err);
    if (status == PALPATE_OK)
        status = notes_write(search->answer, question, candidates, err);
    return status;
}

static palpate_status search_once(palpate_answer **out, struct engine *engine,
        palpate_view query, const palpate_search_options *options, struct budget budget,
        palpate_error *err)
{
    struct arena arena = { 0 };
    struct search search = { .engine = engine,
        .arena = &arena,
        .question.options = options,
        .candidates.arena = &arena };

    engine_begin(engine, budget);
    palpate_status status = answer_open(&search.answer, query, err);
    if (status == PALPATE_OK)
        status = run_search(&search, query, err);
    candidates_clear(&search.candidates);
    arena_free(&arena);
    if (status == PALPATE_OK)
        *out = search.answer;
    else
        palpate_answer_free(search.answer);
    return status;
}

/* Asking until there is an answer of one state of the index.  Where an update came
   between finding passages and reading them, all is done again; and where a server
   failed, with those that answer. */
struct trial {
    struct engine *engine;
    int count;
    palpate_status status;
    palpate_error err;
};

/* Whether to ask, or to ask again. */
static bool trial_begins(struct trial *trial, struct budget budget)
{
    bool is_first = trial->count++ == 0;
    bool may_pass =
            trial->status == PALPATE_CHANGED || trial->status == PALPATE_NETWORK;

    if (trial->status == PALPATE_NETWORK)
        engine_note_failure(trial->engine, trial->err.message);
    if (!is_first && (!may_pass || trial->count > ATTEMPTS || budget_is_over(&budget)))
        return false;
    trial->status = engine_ready(trial->engine, &trial->err);
    return trial->status == PALPATE_OK;
}

static palpate_status trial_end(const struct trial *trial, palpate_error *err)
{
    return trial->status == PALPATE_OK
                   ? PALPATE_OK
                   : fail(err, trial->status, "%s", trial->err.message);
}

palpate_status palpate_search(palpate_answer **out, palpate_searcher *searcher,
        palpate_view query, const palpate_search_options *given, palpate_error *err)
{
    palpate_search_options options = checked_options(given);
    uint64_t start = budget_now();
    struct budget budget = budget_for(options.deadline_us);
    struct trial trial = { .engine = searcher->engine };

    *out = NULL;
    while (trial_begins(&trial, budget))
        trial.status =
                search_once(out, searcher->engine, query, &options, budget, &trial.err);
    palpate_status status = trial_end(&trial, err);
    if (status == PALPATE_OK && *out != NULL) {
        (*out)->took_us = budget_now() - start;
        return PALPATE_OK;
    }
    palpate_answer_free(*out);
    *out = NULL;
    return status;
}

static palpate_status passage_once(palpate_answer **out, struct engine *engine,
        uint64_t article, uint32_t ordinal, struct budget budget, palpate_error *err)
{
    palpate_answer *answer = NULL;

    engine_begin(engine, budget);
    palpate_status status = answer_open(&answer, PALPATE_VIEW(""), err);
    if (status == PALPATE_OK)
        status = get_passage(answer, engine, article, ordinal, err);
    if (status == PALPATE_OK)
        status = answer_say_missing(answer, engine, err);
    if (status == PALPATE_OK)
        *out = answer;
    else
        palpate_answer_free(answer);
    return status;
}

palpate_status palpate_passage(palpate_answer **out, palpate_searcher *searcher,
        uint64_t article, uint32_t ordinal, const palpate_passage_options *options,
        palpate_error *err)
{
    struct budget budget = budget_for(options == NULL ? 0 : options->deadline_us);
    struct trial trial = { .engine = searcher->engine };

    *out = NULL;
    uint64_t start = budget_now();
    while (trial_begins(&trial, budget))
        trial.status = passage_once(
                out, searcher->engine, article, ordinal, budget, &trial.err);
    palpate_status status = trial_end(&trial, err);
    if (*out != NULL)
        (*out)->took_us = budget_now() - start;
    return status;
}

const char *palpate_kind_name(uint32_t kind)
{
    return kind < KIND_COUNT ? kind_word((enum passage_kind)kind).data : NULL;
}

const char *palpate_kind_label(palpate_view kind)
{
    return kind_label(kind_of_word(kind));
}

bool palpate_kind_is_warning(palpate_view kind)
{
    return kind_is_warning(kind_of_word(kind));
}

palpate_status palpate_suggest(palpate_suggestions **out, palpate_searcher *searcher,
        palpate_view typed, const palpate_suggest_options *options, palpate_error *err)
{
    const palpate_suggest_options plain = { 0 };

    if (options == NULL)
        options = &plain;
    struct budget budget = budget_for(options->deadline_us);
    struct trial trial = { .engine = searcher->engine };

    *out = NULL;
    while (trial_begins(&trial, budget)) {
        engine_begin(searcher->engine, budget);
        trial.status =
                suggest(out, searcher->engine, typed, options->limit, &trial.err);
    }
    palpate_status status = trial_end(&trial, err);
    if (*out != NULL && engine_missing(searcher->engine, 0) != NULL)
        (*out)->is_partial = true;
    return status;
}

palpate_status palpate_topics_list(palpate_topics **out, palpate_searcher *searcher,
        const palpate_topic_options *options, palpate_error *err)
{
    const palpate_topic_options plain = { 0 };

    if (options == NULL)
        options = &plain;
    engine_begin(searcher->engine, budget_for(options->deadline_us));
    return topics_list(out, searcher->engine, options->limit, err);
}
