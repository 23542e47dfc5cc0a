#include <palpate/search.h>
#include <stdlib.h>

#include "core/fail.h"
#include "core/kind.h"
#include "core/schema.h"
#include "core/view.h"
#include "query/answer/answer.h"
#include "query/answer/get_passage.h"
#include "query/answer/listing.h"
#include "query/answer/notes.h"
#include "query/answer/suggest.h"
#include "query/expand/synonyms.h"
#include "query/index/engine.h"
#include "query/language/intent.h"
#include "query/language/parse.h"
#include "query/rank/order.h"
#include "query/rank/related_passages.h"
#include "query/rank/retrieve.h"
#include "query/rank/similar_articles.h"
#include "query/spell/spell.h"

enum { ATTEMPTS = 3 /* at one answer from an index that changes meanwhile */ };

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

/* A search under way. */
struct search {
    struct engine *engine;
    struct arena *arena; /* in which what it works with lives */
    palpate_answer *answer;
    struct question question;
    struct candidates candidates;
};

static struct budget budget_for(uint64_t deadline_us)
{
    return budget_of(deadline_us == 0 ? PALPATE_DEADLINE_US : deadline_us);
}

static palpate_status look_up(
        void *user, palpate_view key, palpate_view *value, palpate_error *err)
{
    return engine_concept(user, key, value, err);
}

static palpate_status meets_context(void *user, bool *is_met, const palpate_view *name,
        uint32_t name_count, const struct query_context *context, palpate_error *err)
{
    return engine_meets(
            is_met, user, name, name_count, context->words, context->count, err);
}

/* Words in capitals are names where the index has them as names, else plain words. */
static palpate_status settle_capitals(
        struct search *search, struct query_node *node, palpate_error *err)
{
    palpate_status status = PALPATE_OK;

    for (uint32_t i = 0; status == PALPATE_OK && i < node->word_count; i++) {
        char term[CAPITALS_TERM_SIZE];
        uint32_t frequency = 0;
        double idf = 0;
        if (!node->words[i].is_capitals)
            continue;
        status = engine_frequency(&frequency, &idf, search->engine,
                schema_capitals_term(term, node->words[i].folded), err);
        node->words[i].is_capitals = frequency > 0;
    }
    for (uint32_t i = 0; status == PALPATE_OK && i < node->child_count; i++)
        status = settle_capitals(search, node->children[i], err);
    return status;
}

/* Reads the query and adds the other names of what it names. */
static palpate_status read_query(
        struct search *search, palpate_view query, palpate_error *err)
{
    struct question *question = &search->question;
    const palpate_search_options *options = question->options;
    struct synonyms_request request = { .analyzer = engine_analyzer(search->engine),
        .arena = search->arena,
        .lookup = look_up,
        .meets = meets_context,
        .user = search->engine,
        .disabled = options->disabled,
        .disabled_count = options->disabled_count };
    palpate_status status = query_parse(&question->tree, search->arena, query, err);

    if (status != PALPATE_OK)
        return status;
    status = settle_capitals(search, question->tree.root, err);
    if (status != PALPATE_OK)
        return status;
    question->demands_all = options->sort != PALPATE_SORT_RELEVANCE &&
                            !question->takes_any && order_demand_all(&question->tree);
    status = answer_write_reading(search->answer, &question->tree, err);
    if (status == PALPATE_OK)
        status = intent_kinds(&question->kinds, &question->tree, err);
    if (status == PALPATE_OK && !options->no_expand)
        status = synonyms_add(&question->expansions, &question->tree, &request, err);
    if (status == PALPATE_OK)
        status = terms_collect(&question->terms, search->arena, request.analyzer,
                &question->tree, err);
    if (status == PALPATE_OK)
        status = engine_weigh(search->engine, &question->terms, err);
    return status;
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

/* Whether a word is one of those that the index knows by another name. */
static bool has_other_name(const struct question *question, uint32_t term)
{
    for (uint32_t i = 0; i < question->expansions.count; i++) {
        const struct query_expansion *expansion = question->expansions.items[i];
        if (!terms_are_indexed(&question->terms, expansion->node))
            continue;
        for (uint32_t k = 0; k < expansion->word_count; k++)
            if (expansion->words[k].wanted == term)
                return true;
    }
    return false;
}

static bool has_unknown_word(const struct question *question)
{
    for (uint32_t i = 0; i < question->terms.count; i++) {
        const struct query_term *term = &question->terms.terms[i];
        if (term->is_scored && !term->is_stop && term->frequency == 0 &&
                !question->terms.wanted[i].is_prefix && !has_other_name(question, i))
            return true;
    }
    return false;
}

/* Offers the query of `again`, if it has hits. */
static palpate_status offer_spelling(struct search *search, const struct search *again,
        palpate_view better, palpate_error *err)
{
    bool has_any = false;
    palpate_status status = retrieve_any(
            &has_any, search->engine, &again->question, search->arena, err);

    if (status == PALPATE_OK && has_any)
        status = answer_copy_text(
                &search->answer->suggestion, search->answer, better, err);
    return status == PALPATE_OK
                   ? answer_write_reading(search->answer, &search->question.tree, err)
                   : status;
}

static palpate_status retrieve(struct search *search, palpate_error *err)
{
    return retrieve_candidates(
            &search->candidates, search->engine, &search->question, err);
}

/* Puts what `again` finds in the place of what was not found. */
static palpate_status replace_answer(struct search *search, struct search *again,
        palpate_view better, palpate_error *err)
{
    palpate_status status = retrieve(again, err);

    if (status != PALPATE_OK || again->candidates.count == 0) {
        candidates_clear(&again->candidates);
        return status != PALPATE_OK ? status
                                    : answer_write_reading(search->answer,
                                              &search->question.tree, err);
    }
    again->question.tree.notes |= search->question.tree.notes;
    status = answer_copy_text(&search->answer->corrected, search->answer, better, err);
    candidates_clear(&search->candidates);
    *search = *again;
    return status;
}

/* The same search, of another query. */
static struct search search_again(const struct search *search)
{
    return (struct search){ .engine = search->engine,
        .arena = search->arena,
        .answer = search->answer,
        .question = { .options = search->question.options,
                .takes_any = search->question.takes_any },
        .candidates = { .arena = search->arena } };
}

/* Finds a better spelling of a query with words that the index lacks.  Where the query
   found nothing it is searched instead, else it is offered; in both cases only if it
   has hits. */
static palpate_status correct_spelling(
        struct search *search, palpate_view query, palpate_error *err)
{
    struct search again = search_again(search);
    struct query_tree tree;
    palpate_view better = { NULL, 0 };
    palpate_status status = query_parse(&tree, search->arena, query, err);

    if (status == PALPATE_OK)
        status = spell_correct(&better, search->engine, search->arena, &tree, err);
    if (status != PALPATE_OK || better.size == 0)
        return status;
    status = read_query(&again, better, err);
    if (status != PALPATE_OK)
        return status;
    return search->candidates.count == 0 ? replace_answer(search, &again, better, err)
                                         : offer_spelling(search, &again, better, err);
}

/* Searches anew for what has any of the words, where nothing has them all. */
static palpate_status take_any(
        struct search *search, palpate_view query, palpate_error *err)
{
    candidates_clear(&search->candidates);
    *search = search_again(search);
    search->question.takes_any = true;
    palpate_status status = read_query(search, query, err);
    return status == PALPATE_OK ? retrieve(search, err) : status;
}

static palpate_status find_hits(
        struct search *search, palpate_view query, palpate_error *err)
{
    palpate_status status = retrieve(search, err);

    if (status == PALPATE_OK && has_unknown_word(&search->question) &&
            !engine_is_late(search->engine))
        status = correct_spelling(search, query, err);
    if (status == PALPATE_OK && search->candidates.count == 0 &&
            search->question.demands_all && !engine_is_late(search->engine))
        status = take_any(search, query, err);
    return status;
}

/* Whether what is related may follow: it has no place in an order of dates. */
static bool is_plain(const palpate_search_options *options)
{
    return options->sort == PALPATE_SORT_RELEVANCE && options->like.size == 0;
}

static palpate_status run_search(
        struct search *search, palpate_view query, palpate_error *err)
{
    struct engine *engine = search->engine;
    struct candidates *candidates = &search->candidates;
    const struct question *question = &search->question;
    palpate_status status = read_query(search, query, err);

    if (status == PALPATE_OK)
        status = question->options->like.size > 0
                         ? similar_articles_find(candidates, engine, question, err)
                         : find_hits(search, query, err);
    if (status == PALPATE_OK && is_plain(question->options))
        status = related_passages_rank(candidates, engine, question, err);
    if (status == PALPATE_OK && candidates->like_title.size > 0)
        status = answer_copy_text(&search->answer->like_title, search->answer,
                candidates->like_title, err);
    if (status == PALPATE_OK)
        status = listing_write(search->answer, candidates, engine, question, err);
    /* Only now is it known that nothing more is asked for. */
    candidates->is_partial |= engine_was_cut(engine);
    search->answer->is_partial = candidates->is_partial;
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

palpate_status palpate_search(palpate_answer **out, palpate_searcher *searcher,
        palpate_view query, const palpate_search_options *given, palpate_error *err)
{
    palpate_search_options options = checked_options(given);
    uint64_t start = budget_now();
    struct budget budget = budget_for(options.deadline_us);
    palpate_status status = PALPATE_CHANGED;

    *out = NULL;
    /* Where an update came between finding passages and reading them, all is done
       again: an answer is of one state of the index. */
    for (int attempt = 0; status == PALPATE_CHANGED && attempt < ATTEMPTS; attempt++)
        status = search_once(out, searcher->engine, query, &options, budget, err);
    if (status == PALPATE_OK)
        (*out)->took_us = budget_now() - start;
    return status;
}

palpate_status palpate_passage(palpate_answer **out, palpate_searcher *searcher,
        uint64_t article, uint32_t ordinal, const palpate_passage_options *options,
        palpate_error *err)
{
    palpate_answer *answer = NULL;

    *out = NULL;
    uint64_t start = budget_now();
    engine_begin(
            searcher->engine, budget_for(options == NULL ? 0 : options->deadline_us));
    palpate_status status = answer_open(&answer, PALPATE_VIEW(""), err);
    if (status == PALPATE_OK)
        status = get_passage(answer, searcher->engine, article, ordinal, err);
    if (status != PALPATE_OK) {
        palpate_answer_free(answer);
        return status;
    }
    answer->took_us = budget_now() - start;
    *out = answer;
    return PALPATE_OK;
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
    engine_begin(searcher->engine, budget_for(options->deadline_us));
    return suggest(out, searcher->engine, typed, options->limit, err);
}
