#include "query/find.h"

#include "query/answer/answer.h"
#include "query/expand/concept_weights.h"
#include "query/expand/synonyms.h"
#include "query/language/amounts.h"
#include "query/language/compound.h"
#include "query/language/intent.h"
#include "query/language/parse.h"
#include "query/language/safety.h"
#include "query/rank/asker_language.h"
#include "query/rank/order.h"
#include "query/rank/query_length.h"
#include "query/rank/retrieve.h"
#include "query/spell/spell.h"

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

static palpate_status parse(struct query_tree *tree, const struct search *search,
        palpate_view query, palpate_error *err)
{
    if (!search->question.options->typing)
        return query_parse(tree, search->arena, query, err);
    palpate_status status = query_parse_typing(tree, search->arena, query, err);
    if (status == PALPATE_OK)
        status = engine_settle_capitals(search->engine, tree->root, err);
    return status == PALPATE_OK
                   ? engine_complete(search->engine, search->arena, tree, err)
                   : status;
}

/* Reads the query in one of the languages of the index. */
static palpate_status read_tree(struct query_tree *tree, const struct search *search,
        palpate_view query, palpate_error *err)
{
    palpate_status status = parse(tree, search, query, err);

    return status == PALPATE_OK ? asker_language_speak(search->engine, search->arena,
                                          tree, search->question.options, err)
                                : status;
}

/* The thesaurus is looked up by the stems of English. */
static palpate_status add_synonyms(
        struct question *question, struct synonyms_request *request, palpate_error *err)
{
    const struct stemming *spoken = analyzer_speak(request->analyzer, NULL);

    request->language = spoken;
    palpate_status status =
            synonyms_add(&question->expansions, &question->tree, request, err);
    (void)analyzer_speak(request->analyzer, spoken);
    return status;
}

/* Reads what the words of the query ask for. */
static palpate_status read_wishes(struct question *question, struct arena *arena,
        const struct stemming *language, palpate_error *err)
{
    const struct query_tree *tree = &question->tree;
    palpate_status status = intent_kinds(&question->kinds, tree, language, err);

    if (status == PALPATE_OK)
        status = amounts_asked(&question->amounts, tree, err);
    if (status == PALPATE_OK)
        status = amounts_counted(&question->counted, arena, tree, err);
    if (status == PALPATE_OK)
        status = safety_is_asked(&question->asks_if_safe, tree, language, err);
    return status;
}

/* Reads the query and adds the other names of what it names. */
palpate_status find_read(struct search *search, palpate_view query, palpate_error *err)
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
    palpate_status status = read_tree(&question->tree, search, query, err);

    bool has_compound = false;

    if (status == PALPATE_OK && question->parts_compounds)
        status = compounds_part(&has_compound, question->tree.root, search->arena, err);
    if (status != PALPATE_OK)
        return status;
    status = engine_settle_capitals(search->engine, question->tree.root, err);
    if (status != PALPATE_OK)
        return status;
    question->demands_all = options->sort != PALPATE_SORT_RELEVANCE &&
                            !question->takes_any && order_demand_all(&question->tree);
    status = answer_write_reading(search->answer, &question->tree, err);
    if (status == PALPATE_OK)
        status = read_wishes(
                question, search->arena, analyzer_language(request.analyzer), err);
    if (status == PALPATE_OK && !options->no_expand)
        status = add_synonyms(question, &request, err);
    if (status == PALPATE_OK)
        status = terms_collect(&question->terms, search->arena, request.analyzer,
                &question->tree, err);
    question->terms.is_question |= question->asks_if_safe;
    question->terms.is_claim &= !question->asks_if_safe;
    if (status == PALPATE_OK)
        status = engine_weigh(search->engine, &question->terms, err);
    if (status == PALPATE_OK && question->terms.is_claim)
        status = engine_weigh_claim(search->engine, &question->terms,
                query_length_statement(&question->terms), err);
    if (status == PALPATE_OK)
        concept_weights_apply(&question->terms, &question->expansions);
    return status;
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
                !question->terms.wanted[i].is_prefix &&
                !question->terms.wanted[i].is_unfinished &&
                !has_other_name(question, i))
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
                .takes_any = search->question.takes_any,
                .parts_compounds = search->question.parts_compounds },
        .candidates = { .arena = search->arena } };
}

/* Finds a better spelling of a query with words that the index lacks.  Where it is
   likely, or near and the query found nothing, it is searched instead, else it is
   offered; in either case only if it has hits. */
static palpate_status correct_spelling(
        struct search *search, palpate_view query, palpate_error *err)
{
    struct search again = search_again(search);
    struct query_tree tree;
    struct corrected_query better = { { NULL, 0 }, false, false };
    palpate_status status = read_tree(&tree, search, query, err);

    if (status == PALPATE_OK)
        status = spell_correct(&better, search->engine, search->arena, &tree, err);
    if (status != PALPATE_OK || better.text.size == 0)
        return status;
    status = find_read(&again, better.text, err);
    if (status != PALPATE_OK)
        return status;
    bool is_taken =
            !search->question.options->no_correct &&
            (better.is_likely || (better.is_near && search->candidates.count == 0));
    return is_taken ? replace_answer(search, &again, better.text, err)
                    : offer_spelling(search, &again, better.text, err);
}

/* Searches anew for what has any of the words, where nothing has them all. */
static palpate_status take_any(
        struct search *search, palpate_view query, palpate_error *err)
{
    candidates_clear(&search->candidates);
    *search = search_again(search);
    search->question.takes_any = true;
    palpate_status status = find_read(search, query, err);
    return status == PALPATE_OK ? retrieve(search, err) : status;
}

/* Searches the parts of words with a hyphen, where nothing has them whole. */
static palpate_status part_compounds(
        struct search *search, palpate_view query, palpate_error *err)
{
    struct search again = search_again(search);
    bool has_compound = false;
    palpate_status status = compounds_part(
            &has_compound, search->question.tree.root, search->arena, err);

    if (status != PALPATE_OK || !has_compound)
        return status;
    again.question.parts_compounds = true;
    status = find_read(&again, query, err);
    if (status != PALPATE_OK)
        return status;
    candidates_clear(&search->candidates);
    *search = again;
    return retrieve(search, err);
}

palpate_status find_hits(struct search *search, palpate_view query, palpate_error *err)
{
    palpate_status status = retrieve(search, err);

    if (status == PALPATE_OK && search->candidates.count == 0 &&
            !engine_is_late(search->engine))
        status = part_compounds(search, query, err);
    if (status == PALPATE_OK && has_unknown_word(&search->question) &&
            !search->question.is_curated && !engine_is_late(search->engine))
        status = correct_spelling(search, query, err);
    if (status == PALPATE_OK && search->candidates.count == 0 &&
            search->question.demands_all && !engine_is_late(search->engine))
        status = take_any(search, query, err);
    return status;
}
