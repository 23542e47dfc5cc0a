#include "query/expand/synonym_lookup.h"

#include "core/ascii.h"
#include "core/common_words.h"
#include "core/fail.h"
#include "core/view.h"
#include "query/expand/lexicon.h"
#include "query/expand/number_variants.h"
#include "query/expand/terms.h"
#include "query/expand/word_variants.h"
#include "query/language/limits.h"

static palpate_status no_memory(const struct synonym_lookup *lookup)
{
    return fail(lookup->err, PALPATE_NO_MEMORY, "out of memory for other names");
}

/* Narrower things are examples of what was asked for, broader ones are not. */
double synonym_weight(enum thesaurus_relation relation)
{
    static const double WEIGHTS[RELATION_COUNT] = {
        [RELATION_SYNONYM] = 0.95,
        [RELATION_ABBREVIATION] = 0.9,
        [RELATION_SPELLING] = 0.98,
        [RELATION_LAY] = 0.9,
        [RELATION_NARROWER] = 0.3,
        [RELATION_FORM] = 0.4,
        [RELATION_PROFESSIONAL] = 0.9,
        [RELATION_CLOSE] = 0.3,
    };

    return WEIGHTS[relation];
}

/* What the thesaurus has under a key. */
static palpate_status look_up_key(const struct synonym_lookup *lookup, palpate_view key,
        struct thesaurus_name **names, uint32_t *count)
{
    const struct synonyms_request *request = lookup->request;
    palpate_view value = { NULL, 0 };
    palpate_status status = request->lookup(request->user, key, &value, lookup->err);

    if (status != PALPATE_OK || value.size == 0)
        return status;
    value = arena_copy(request->arena, value);
    if (value.data == NULL)
        return no_memory(lookup);
    return thesaurus_decode(names, count, request->arena, value, lookup->err);
}

/* What the thesaurus has under the terms of the run in the language that is spoken. */
static palpate_status look_up_terms(const struct synonym_lookup *lookup,
        struct word_run run, struct thesaurus_name **names, uint32_t *count)
{
    struct buffer key = { 0 };

    for (uint32_t i = 0; i < run.count; i++) {
        if (i > 0)
            buffer_append_byte(&key, ' ');
        buffer_append(&key, term_of(lookup->request->analyzer, run.words[i].folded));
    }
    palpate_status status =
            key.failed ? no_memory(lookup)
                       : look_up_key(lookup, buffer_view(&key), names, count);
    buffer_free(&key);
    return status;
}

/* Names that carry a language are found by its stems, too. */
static palpate_status look_up(const struct synonym_lookup *lookup, struct word_run run,
        struct thesaurus_name **names, uint32_t *count)
{
    struct analyzer *analyzer = lookup->request->analyzer;

    *count = 0;
    palpate_status status = look_up_terms(lookup, run, names, count);
    if (status != PALPATE_OK || *count > 0 || lookup->request->language == NULL)
        return status;
    const struct stemming *before = analyzer_speak(analyzer, lookup->request->language);
    status = look_up_terms(lookup, run, names, count);
    (void)analyzer_speak(analyzer, before);
    return status;
}

/* What the thesaurus has for the run with its numeral in the other form. */
static palpate_status look_up_numeral(const struct synonym_lookup *lookup,
        struct word_run run, struct thesaurus_name **names, uint32_t *count)
{
    char text[VARIANT_SIZE];
    size_t size = number_variants_renumber(text, run.words, run.count);
    struct buffer key = { 0 };
    palpate_status status = PALPATE_OK;

    if (size > 0 && thesaurus_key(&key, lookup->request->analyzer,
                            (palpate_view){ text, size }))
        status = look_up_key(lookup, buffer_view(&key), names, count);
    buffer_free(&key);
    return status;
}

uint32_t word_run_content_words(struct word_run run)
{
    uint32_t count = 0;

    for (uint32_t i = 0; i < run.count; i++)
        count += !query_word_is_stop(&run.words[i]);
    return count;
}

static bool is_disabled(const struct synonyms_request *request, palpate_view name)
{
    for (size_t i = 0; i < request->disabled_count; i++)
        if (view_equals_ignoring_case(request->disabled[i], name))
            return true;
    return false;
}

static bool is_of_stop_words(const struct query_node *phrase)
{
    return word_run_content_words(
                   (struct word_run){ phrase->words, phrase->word_count, false }) == 0;
}

/* Whether a query is a short form and nothing else, which leaves no other reading:
   written in capitals, or no word that everybody knows. */
static bool is_short_form_alone(
        const struct synonym_lookup *lookup, struct word_run run)
{
    const struct query_word *word = &run.words[0];

    return run.count == 1 &&
           (word->is_capitals ||
                   !is_common_term(term_of(lookup->request->analyzer, word->folded)));
}

/* Whether the other words of the query are met where the meaning is named. */
static palpate_status fits_context(const struct synonym_lookup *lookup,
        struct word_run run, const struct query_node *meaning, bool *is_met)
{
    const struct synonyms_request *request = lookup->request;
    palpate_view name[THESAURUS_WORDS];
    struct query_context others;
    palpate_status status = query_context_without(&others, request->arena,
            &lookup->context, run.words, run.count, lookup->err);

    *is_met = status == PALPATE_OK && others.count == 0 &&
              is_short_form_alone(lookup, run);
    if (status != PALPATE_OK || others.count == 0)
        return status;
    for (uint32_t i = 0; i < meaning->word_count; i++)
        name[i] = meaning->words[i].folded;
    return request->meets(
            request->user, is_met, name, meaning->word_count, &others, lookup->err);
}

/* "IT", "as" and single letters are words before they are short forms. */
palpate_status synonym_is_wanted(bool *is_wanted, const struct synonym_lookup *lookup,
        struct word_run run, const struct thesaurus_name *name,
        const struct query_node *phrase)
{
    *is_wanted = synonym_weight(name->relation) > 0 && name->text.size >= 2 &&
                 !is_of_stop_words(phrase) && !is_disabled(lookup->request, name->text);
    if (*is_wanted && (name->is_ambiguous || name->is_short_form))
        return fits_context(lookup, run, phrase, is_wanted);
    return PALPATE_OK;
}

/* Whether some passage has all words of a variant. */
static palpate_status is_known(
        bool *is_known, const struct synonym_lookup *lookup, palpate_view variant)
{
    const struct synonyms_request *request = lookup->request;
    const struct query_node *phrase = synonym_phrase(request->arena, variant);
    palpate_view words[THESAURUS_WORDS];
    struct query_context any = { words, 0 };

    *is_known = false;
    if (phrase == NULL)
        return no_memory(lookup);
    for (uint32_t i = 0; i < phrase->word_count; i++)
        words[any.count++] = phrase->words[i].folded;
    return request->meets(request->user, is_known, words, any.count, &any, lookup->err);
}

/* Whether a run has a number or a single letter, which nobody misspells. */
static bool is_of_signs(struct word_run run)
{
    for (uint32_t i = 0; i < run.count; i++) {
        palpate_view word = run.words[i].folded;
        if (word.size == 1)
            return true;
        for (size_t k = 0; k < word.size; k++)
            if (ascii_is_digit(word.data[k]))
                return true;
    }
    return false;
}

/* Whether each word of the run is known by itself: what is not may be misspelled, and
   is left to the correction of spelling.  Not so where a hyphen joins the words, or one
   is no word. */
static palpate_status are_known(
        bool *are_known, const struct synonym_lookup *lookup, struct word_run run)
{
    palpate_status status = PALPATE_OK;

    *are_known = true;
    if (is_of_signs(run))
        return PALPATE_OK;
    for (uint32_t i = 0; status == PALPATE_OK && *are_known && i < run.count; i++) {
        bool is_glued = run.words[i].is_glued ||
                        (i + 1 < run.count && run.words[i + 1].is_glued);
        if (!is_glued && !query_word_is_stop(&run.words[i]))
            status = is_known(are_known, lookup, run.words[i].folded);
    }
    return status;
}

/* Whether a name of the same terms is there already. */
static bool is_listed(const struct synonym_lookup *lookup,
        const struct thesaurus_name *names, uint32_t count, palpate_view name)
{
    struct analyzer *analyzer = lookup->request->analyzer;
    struct buffer key = { 0 };
    struct buffer other = { 0 };
    bool is_listed = !thesaurus_key(&key, analyzer, name);

    for (uint32_t i = 0; !is_listed && i < count; i++) {
        buffer_clear(&other);
        is_listed = thesaurus_key(&other, analyzer, names[i].text) &&
                    view_equals(buffer_view(&key), buffer_view(&other));
    }
    buffer_free(&other);
    buffer_free(&key);
    return is_listed;
}

/* Whether a variant is another than the run, and some passage has it. */
static palpate_status is_of_use(bool *is_of_use, const struct synonym_lookup *lookup,
        struct word_run run, const struct word_variant *variant)
{
    palpate_view text = { variant->text, variant->size };
    palpate_status status = PALPATE_OK;

    *is_of_use = false;
    if (terms_name(lookup->request->analyzer, text, run.words, run.count) ||
            terms_name(lookup->request->analyzer, text, run.words, 1))
        return PALPATE_OK; /* "pain lying" is no "painlying": that is stemmed to pain */
    status = is_known(is_of_use, lookup, text);
    if (status == PALPATE_OK && *is_of_use && run.count > 1 && !variant->is_number)
        status = are_known(is_of_use, lookup, run);
    return status;
}

/* Adds the ways to cut a word that the index lacks as it is, and that is no
   misspelling: "chemotherapy" where all pages have "chemo-therapy". */
static palpate_status add_cuts(struct word_variants *variants,
        const struct synonym_lookup *lookup, struct word_run run)
{
    palpate_view word = run.words[0].folded;
    bool known = true;
    palpate_status status = PALPATE_OK;

    if (run.count == 1 && is_common_term(term_of(lookup->request->analyzer, word)))
        status = is_known(&known, lookup, word);
    if (!known)
        word_variants_cut(variants, word);
    return status;
}

/* Puts the variants after what the thesaurus says. */
static palpate_status add_variants(struct thesaurus_name **names, uint32_t *count,
        const struct synonym_lookup *lookup, struct word_run run)
{
    struct arena *arena = lookup->request->arena;
    struct word_variants variants;

    word_variants_find(
            &variants, lookup->request->analyzer, run.words, run.count, *count > 0);
    palpate_status status = add_cuts(&variants, lookup, run);
    if (status != PALPATE_OK || variants.count == 0)
        return status;
    struct thesaurus_name *all =
            arena_zeroed(arena, *count + variants.count, sizeof *all);
    if (all == NULL)
        return no_memory(lookup);
    for (uint32_t i = 0; i < *count; i++)
        all[i] = (*names)[i];
    for (uint32_t i = 0; status == PALPATE_OK && i < variants.count; i++) {
        const struct word_variant *variant = &variants.items[i];
        palpate_view text =
                arena_copy(arena, (palpate_view){ variant->text, variant->size });
        bool known = false;
        if (text.data == NULL)
            return no_memory(lookup);
        if (!is_listed(lookup, all, *count, text))
            status = is_of_use(&known, lookup, run, variant);
        if (known)
            all[(*count)++] = (struct thesaurus_name){ .text = text,
                .source = PALPATE_VIEW("palpate"),
                .relation = variant->relation };
    }
    *names = all;
    return status;
}

/* Puts what palpate knows by itself after the names, so far as the index has it.  Of a
   long question it is not asked: that says what it means. */
static palpate_status ask_lexicon(struct thesaurus_name **names, uint32_t *count,
        const struct synonym_lookup *lookup, struct word_run run)
{
    struct arena *arena = lookup->request->arena;
    struct thesaurus_name found[LEXICON_NAMES];
    palpate_status status = PALPATE_OK;

    if (!run.is_loose || lookup->request->language != NULL ||
            lookup->context.count > LEXICON_WORDS)
        return PALPATE_OK;
    uint32_t found_count =
            lexicon_find(found, lookup->request->analyzer, run.words, run.count);
    if (found_count == 0)
        return PALPATE_OK;
    struct thesaurus_name *all = arena_zeroed(arena, *count + found_count, sizeof *all);
    if (all == NULL)
        return no_memory(lookup);
    for (uint32_t i = 0; i < *count; i++)
        all[i] = (*names)[i];
    for (uint32_t i = 0; status == PALPATE_OK && i < found_count; i++) {
        bool known = false;
        if (!is_listed(lookup, all, *count, found[i].text))
            status = is_known(&known, lookup, found[i].text);
        if (known)
            all[(*count)++] = found[i];
    }
    *names = all;
    return status;
}

palpate_status synonym_lookup_find(struct thesaurus_name **names, uint32_t *count,
        const struct synonym_lookup *lookup, struct word_run run)
{
    palpate_status status = look_up(lookup, run, names, count);

    if (status == PALPATE_OK && *count == 0)
        status = look_up_numeral(lookup, run, names, count);
    bool is_silent = *count == 0;
    if (status == PALPATE_OK)
        status = add_variants(names, count, lookup, run);
    if (status == PALPATE_OK && is_silent)
        status = ask_lexicon(names, count, lookup, run);
    return status;
}

/* The words of a name as a phrase, or as one word. */
struct query_node *synonym_phrase(struct arena *arena, palpate_view name)
{
    struct query_node *node = arena_zeroed(arena, 1, sizeof *node);
    struct tokenizer tokens = tokens_of(name);
    struct token token;

    if (node == NULL)
        return NULL;
    node->words = arena_zeroed(arena, THESAURUS_WORDS, sizeof *node->words);
    while (node->words != NULL && node->word_count < THESAURUS_WORDS &&
            token_next(&tokens, &token)) {
        char folded[WORD_SIZE];
        palpate_view typed = view_slice(name, token.offset, token.size);
        struct query_word *word = &node->words[node->word_count++];
        word->typed = typed;
        word->folded =
                arena_copy(arena, (palpate_view){ folded, word_fold(typed, folded) });
        if (word->folded.data == NULL)
            return NULL;
    }
    node->kind = node->word_count == 1 ? QUERY_WORD : QUERY_PHRASE;
    return node->words == NULL ? NULL : node;
}
