#include "query/expand/terms.h"

#include <string.h>

#include "core/fail.h"
#include "core/schema.h"
#include "core/token.h"
#include "core/view.h"
#include "query/expand/expansion.h"
#include "query/language/claim.h"
#include "query/language/intent.h"
#include "query/language/question_words.h"

struct collector {
    struct query_terms *terms;
    struct arena *arena;
    struct analyzer *analyzer;
    uint32_t typed;
    bool is_claim;
    bool failed;
};

static uint32_t find_term(const struct query_terms *terms, const struct wanted *wanted)
{
    uint32_t i = 0;

    while (i < terms->count &&
            (terms->wanted[i].is_prefix != wanted->is_prefix ||
                    terms->wanted[i].is_unfinished != wanted->is_unfinished ||
                    !view_equals(terms->wanted[i].term, wanted->term)))
        i++;
    return i;
}

/* What is looked for where the word is; `capitals` has room for its term. */
static struct wanted wanted_of(struct analyzer *analyzer, const struct query_word *word,
        bool is_prefix, char capitals[CAPITALS_TERM_SIZE])
{
    struct wanted wanted = { .term = word->folded,
        .is_prefix = is_prefix && !word->is_unfinished,
        .is_capitals = !is_prefix && word->is_capitals && !word->is_unfinished,
        .is_unfinished = word->is_unfinished,
        .completions = word->completions,
        .completion_count = word->completion_count };

    if (wanted.is_capitals)
        wanted.term = schema_capitals_term(capitals, word->folded);
    else if (!wanted.is_prefix && !wanted.is_unfinished)
        wanted.term = term_of(analyzer, word->folded);
    return wanted;
}

static bool has_form(const struct wanted *wanted, palpate_view term)
{
    bool has = view_equals(wanted->term, term);

    for (uint32_t i = 0; !has && i < wanted->form_count; i++)
        has = view_equals(wanted->forms[i], term);
    return has;
}

/* Adds the terms that a word has in the other languages of the index. */
static void add_forms(
        struct collector *collector, struct wanted *wanted, palpate_view folded)
{
    struct analyzer *analyzer = collector->analyzer;
    const struct known_languages *known = analyzer_known(analyzer);
    const struct stemming *own = analyzer_language(analyzer);

    if (known->count < 2)
        return;
    palpate_view *forms = arena_zeroed(
            collector->arena, wanted->form_count + known->count, sizeof *forms);
    collector->failed |= forms == NULL;
    if (collector->failed)
        return;
    if (wanted->form_count > 0)
        memcpy(forms, wanted->forms, wanted->form_count * sizeof *forms);
    wanted->forms = forms;
    for (uint32_t i = 0; i < known->count; i++) {
        (void)analyzer_speak(analyzer, known->items[i]);
        palpate_view term = term_of(analyzer, folded);
        if (known->items[i] == own || term_is_stop(analyzer, folded) ||
                has_form(wanted, term))
            continue;
        term = arena_copy(collector->arena, term);
        collector->failed |= term.data == NULL;
        forms[wanted->form_count++] = term;
    }
    (void)analyzer_speak(analyzer, own);
}

/* Adds how the start of a word is written where it is read in the languages of the
   index. */
static void add_starts(
        struct collector *collector, struct wanted *wanted, palpate_view folded)
{
    const struct known_languages *known = analyzer_known(collector->analyzer);
    palpate_view *starts =
            arena_zeroed(collector->arena, (size_t)known->count + 1, sizeof *starts);

    collector->failed |= starts == NULL;
    if (collector->failed)
        return;
    wanted->forms = starts;
    for (uint32_t i = 0; i < known->count; i++) {
        char bytes[WORD_SIZE];
        palpate_view start = folded;
        if (known->items[i] != NULL)
            start = (palpate_view){ bytes,
                stemming_start(known->items[i], folded, bytes) };
        if (has_form(wanted, start))
            continue;
        start = arena_copy(collector->arena, start);
        collector->failed |= start.data == NULL;
        starts[wanted->form_count++] = start;
    }
}

/* Whether a word is in no index, for the language that the question is read in. */
static bool is_stop(const struct analyzer *analyzer, const struct query_word *word)
{
    return !word->is_capitals && term_is_stop(analyzer, word->folded);
}

static void collect_word(struct collector *collector, struct query_word *word,
        bool is_prefix, bool is_scored)
{
    struct query_terms *terms = collector->terms;
    char capitals[CAPITALS_TERM_SIZE];
    struct wanted wanted = wanted_of(collector->analyzer, word, is_prefix, capitals);
    bool is_whole = !wanted.is_prefix && !wanted.is_unfinished;
    uint32_t place = find_term(terms, &wanted);

    word->wanted = place;
    if (place == terms->count) {
        wanted.term = arena_copy(collector->arena, wanted.term);
        collector->failed |= wanted.term.data == NULL;
        terms->wanted[place] = wanted;
        terms->terms[place] = (struct query_term){ 0 };
        terms->terms[place].is_asking = is_whole && !word->is_capitals &&
                                        is_question_word(word->folded, word->language);
        terms->terms[place].is_relating = collector->is_claim && is_whole &&
                                          !word->is_capitals &&
                                          is_relating_word(word->folded);
        terms->terms[place].kinds =
                is_whole ? intent_of_word(word->folded, word->language) : 0;
        terms->terms[place].is_stop = is_whole && is_stop(collector->analyzer, word);
        terms->count++;
        if (wanted.is_prefix)
            add_starts(collector, &terms->wanted[place], word->folded);
    }
    if (is_whole && !wanted.is_capitals && !terms->terms[place].is_stop)
        add_forms(collector, &terms->wanted[place], word->folded);
    if (is_scored && !terms->terms[place].is_scored) {
        terms->terms[place].is_scored = true;
        terms->terms[place].typed_order = collector->typed++;
    }
}

static void collect_terms(
        struct collector *collector, const struct query_node *node, bool is_scored)
{
    is_scored = is_scored && node->role != QUERY_MUST_NOT && node->expansion == NULL;
    for (uint32_t i = 0; i < node->word_count; i++)
        collect_word(collector, &node->words[i], node->kind == QUERY_PREFIX, is_scored);
    for (uint32_t i = 0; node->expansion != NULL && i < node->expansion->word_count;
            i++)
        collect_word(collector, &node->expansion->words[i], false, false);
    for (uint32_t i = 0; i < node->child_count; i++)
        collect_terms(collector, node->children[i], is_scored);
}

palpate_status terms_collect(struct query_terms *out, struct arena *arena,
        struct analyzer *analyzer, const struct query_tree *tree, palpate_error *err)
{
    struct collector collector = { out, arena, analyzer, 0, tree->is_claim, false };
    uint32_t room = tree->word_count == 0 ? 1 : tree->word_count;

    *out = (struct query_terms){ .wanted =
                                         arena_zeroed(arena, room, sizeof *out->wanted),
        .terms = arena_zeroed(arena, room, sizeof *out->terms),
        .is_question = tree->is_question,
        .is_claim = tree->is_claim };
    if (out->wanted == NULL || out->terms == NULL)
        return fail(err, PALPATE_NO_MEMORY, "out of memory for the terms of the query");
    collect_terms(&collector, tree->root, true);
    if (collector.failed)
        return fail(err, PALPATE_NO_MEMORY, "out of memory for the terms of the query");
    return PALPATE_OK;
}

bool terms_are_indexed(const struct query_terms *terms, const struct query_node *node)
{
    for (uint32_t i = 0; i < node->word_count; i++) {
        const struct query_term *term = &terms->terms[node->words[i].wanted];
        if (!term->is_stop && term->frequency == 0)
            return false;
    }
    return true;
}

bool terms_name(struct analyzer *analyzer, palpate_view name,
        const struct query_word *words, uint32_t count)
{
    struct tokenizer tokens = tokens_of(name);
    struct token token;
    uint32_t place = 0;

    while (token_next(&tokens, &token)) {
        char kept[WORD_SIZE];
        if (place == count)
            return false;
        palpate_view term = term_of(analyzer, words[place++].folded);
        if (term.size > sizeof kept)
            return false;
        memcpy(kept, term.data, term.size);
        palpate_view own = { kept, term.size };
        if (!view_equals(own,
                    term_of_word(analyzer, view_slice(name, token.offset, token.size))))
            return false;
    }
    return place == count;
}
