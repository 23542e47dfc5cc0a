#include "query/spell/spell_word.h"

#include <math.h>
#include <string.h>

#include "core/ascii.h"
#include "core/record.h"
#include "core/view.h"
#include "query/index/vocabulary.h"
#include "query/spell/edit_cost.h"
#include "query/spell/first_letter.h"
#include "query/spell/spell_language.h"
#include "query/spell/substance.h"

enum {
    CANDIDATES = 16,     /* terms whose words are looked at */
    PASSAGES = 8,        /* in which their words are looked for */
    PASSAGES_FIRST = 20, /* and those of the first few terms */
    FIRST = 4,
    SHORTEST_WORD = 3, /* letters; shorter ones are left alone: anything is near them */
    LONGEST_SUFFIX =
            8, /* letters that a stem may lack of its word, with a slip in them */
    SHORTEST_LIKELY = 3, /* letters of a word that is corrected unasked */
    LONG_WORD = 5,
    LONGER_WORD = 7,
    IN_COMPANY = 4 /* words of which it is asked whether they stand with others */
};

/* In bits: a word is twice as likely for each bit of its frequency, a slip takes that
   back, and standing with the other words of the query is worth a good deal. */
static const double BITS_PER_COST = 1.6;
static const double BITS_OF_COMPANY = 4;

/* By which a word must be ahead of any other to be the one that was meant. */
static const double CLEAR_BITS = 1;

/* A letter that a term lacks of what was typed may be an ending, or it is another word.
 */
static const double BITS_PER_LETTER = 0.8;

struct candidate_word {
    char term[WORD_SIZE];
    size_t term_size;
    char word[WORD_SIZE];
    size_t size;             /* 0: no word of the term is near enough */
    char written[WORD_SIZE]; /* as the text has it, in small letters */
    size_t written_size;
    uint32_t frequency;
    uint32_t least;   /* what the slips to the term cost */
    uint32_t cost;    /* of the term, then of its word */
    uint32_t lacking; /* letters that the term is shorter than what was typed */
};

/* The search for one word. */
struct speller {
    struct engine *engine;
    palpate_view typed;
    const struct stemming *language; /* of the question; NULL for English */
    bool has_marks; /* some terms are of other languages than English */
    struct edit_cost_series slips;
    uint32_t most;                           /* that slips may cost */
    struct candidate_word words[CANDIDATES]; /* the best first */
    size_t count;
    size_t current;        /* whose words are looked at now */
    palpate_status status; /* of the records that were read */
    palpate_error *err;
};

static double score_of(const struct candidate_word *word)
{
    double lacking = word->size > 0 ? 0 : word->lacking;

    return log2(1 + (double)word->frequency) - BITS_PER_COST * word->cost -
           BITS_PER_LETTER * lacking;
}

static uint32_t most_cost(palpate_view typed)
{
    if (typed.size <= 4)
        return EDIT_COST;
    return typed.size <= 6 ? EDIT_COST + EDIT_COST / 2 : 2 * EDIT_COST;
}

/* Puts a term among the best. */
static void keep_term(
        struct speller *speller, palpate_view term, uint32_t frequency, uint32_t cost)
{
    struct candidate_word candidate = {
        .term_size = term.size, .frequency = frequency, .cost = cost, .least = cost
    };

    memcpy(candidate.term, term.data, term.size);
    size_t size = term_without_mark(term).size;
    if (speller->typed.size > size)
        candidate.lacking = (uint32_t)(speller->typed.size - size);
    size_t place = speller->count;
    while (place > 0 && score_of(&candidate) > score_of(&speller->words[place - 1]))
        place--;
    if (place == CANDIDATES)
        return;
    speller->count += speller->count < CANDIDATES;
    for (size_t i = speller->count - 1; i > place; i--)
        speller->words[i] = speller->words[i - 1];
    speller->words[place] = candidate;
}

/* A term without its mark, if it is of the language that is asked in: no word of
   another one is meant by a word of German. */
static palpate_view stem_of(const struct speller *speller, palpate_view term)
{
    palpate_view stem = speller->has_marks ? term_without_mark(term) : term;

    if (speller->language != NULL && term_language(term) != speller->language)
        return (palpate_view){ term.data, 0 };
    return stem;
}

static bool may_be_meant(const struct speller *speller, palpate_view term)
{
    return term.size <= WORD_SIZE && term.size + 1 >= SHORTEST_WORD &&
           term.size + LONGEST_SUFFIX >= speller->typed.size;
}

/* Looks at the terms that start with `first`. */
static palpate_status consider_terms(
        struct speller *speller, unsigned char first, palpate_error *err)
{
    const struct vocabulary *words = NULL;
    palpate_status status = engine_words(&words, speller->engine, first, err);
    size_t shared = 0;

    if (status != PALPATE_OK)
        return status;
    for (uint32_t place = 0; place < words->count;) {
        palpate_view term = vocabulary_term(words, place);
        palpate_view stem = stem_of(speller, term);
        size_t hopeless = 0;
        uint32_t cost = edit_cost_next(&speller->slips, stem, shared, &hopeless);
        if (cost <= speller->most && may_be_meant(speller, stem))
            keep_term(speller, term, words->terms[place].frequency, cost);
        if (hopeless > stem.size)
            hopeless = term.size + 1; /* another language may have the stem, too */
        place = vocabulary_pass(words, place, hopeless, &shared);
    }
    return PALPATE_OK;
}

/* Whether a word may have the term, told before it is folded. */
static bool may_fold_to(palpate_view word, palpate_view term)
{
    char start[2] = { 0 };
    size_t size = word.size < sizeof start ? word.size : sizeof start;

    for (size_t i = 0; i < size; i++) {
        unsigned char byte = (unsigned char)word.data[i];
        if (byte >= 0x80)
            return true;
        start[i] = ascii_lower(word.data[i]);
    }
    return may_have_term((palpate_view){ start, size }, term);
}

/* Folds a word into `out`; empty where it has not the term. */
static palpate_view fold_to(struct analyzer *analyzer, palpate_view typed,
        palpate_view term, char out[WORD_SIZE])
{
    const bool is_english = analyzer_language(analyzer) == NULL;

    if (is_english && !may_fold_to(typed, term))
        return (palpate_view){ out, 0 };
    palpate_view word = { out, word_fold(typed, out) };
    bool has_term = (!is_english || may_have_term(word, term)) &&
                    view_equals(term_of(analyzer, word), term);
    return has_term ? word : (palpate_view){ out, 0 };
}

/* Looks at the words of a text that have the candidate's term. */
static void consider_text(struct speller *speller, palpate_view text)
{
    struct candidate_word *candidate = &speller->words[speller->current];
    palpate_view term = { candidate->term, candidate->term_size };
    struct analyzer *analyzer = engine_analyzer(speller->engine);
    const struct stemming *language = analyzer_language(analyzer);
    struct tokenizer tokens = tokens_of(text);
    struct token token;

    while (token_next(&tokens, &token)) {
        char folded[WORD_SIZE];
        palpate_view typed = { text.data + token.offset, token.size };
        palpate_view word = fold_to(analyzer, typed, term, folded);
        if (word.size == 0)
            continue;
        if (language != NULL)
            word = stemming_without_elision(language, word);
        uint32_t cost = edit_cost_of(&speller->slips, word);
        if (cost > speller->most || (candidate->size > 0 && cost >= candidate->cost))
            continue;
        memcpy(candidate->word, word.data, word.size);
        candidate->size = word.size;
        candidate->cost = cost;
        candidate->written_size = spell_language_write(
                candidate->written, word, language != NULL ? typed : word);
    }
}

static bool consider_record(void *user, palpate_view data)
{
    struct speller *speller = user;
    struct passage_record record;

    speller->status = record_decode(&record, NULL, data, speller->err);
    if (speller->status != PALPATE_OK)
        return false;
    consider_text(speller, record.title);
    for (uint32_t i = 0; i < record.heading_count; i++)
        consider_text(speller, record.heading[i]);
    consider_text(speller, record.text);
    /* Other words of the term are seldom nearer than the term itself. */
    const struct candidate_word *word = &speller->words[speller->current];
    return word->size == 0 || word->cost > word->least;
}

/* The first letter is seldom wrong: others are looked at where they sound alike or the
   first two were swapped, and all where there is nothing yet. */
static palpate_status collect_terms(struct speller *speller, palpate_error *err)
{
    char first = speller->typed.data[0];
    palpate_status status = consider_terms(speller, (unsigned char)first, err);

    for (char letter = 'a'; status == PALPATE_OK && letter <= 'z'; letter++) {
        if (letter != first &&
                (letter == speller->typed.data[1] ||
                        first_letter_may_be(letter, first, speller->language)))
            status = consider_terms(speller, (unsigned char)letter, err);
    }
    if (speller->count > 0)
        return status;
    for (unsigned byte = 0; status == PALPATE_OK && byte <= UINT8_MAX; byte++)
        status = consider_terms(speller, (unsigned char)byte, err);
    return status;
}

static palpate_status read_words(struct speller *speller, palpate_error *err)
{
    struct analyzer *analyzer = engine_analyzer(speller->engine);
    const struct stemming *spoken = analyzer_language(analyzer);
    palpate_status status = PALPATE_OK;

    speller->err = err;
    for (size_t i = 0; status == PALPATE_OK && i < speller->count; i++) {
        palpate_view term = { speller->words[i].term, speller->words[i].term_size };
        speller->current = i;
        (void)analyzer_speak(analyzer, term_language(term));
        status = engine_each_record(speller->engine, term,
                i < FIRST ? PASSAGES_FIRST : PASSAGES, consider_record, speller, err);
        if (status == PALPATE_OK)
            status = speller->status;
    }
    (void)analyzer_speak(analyzer, spoken);
    return status;
}

/* The best word not looked at yet; NULL where there is none. */
static struct candidate_word *best_left(struct speller *speller, const bool *is_done)
{
    struct candidate_word *best = NULL;

    for (size_t i = 0; i < speller->count; i++)
        if (!is_done[i] && speller->words[i].size > 0 &&
                (best == NULL || score_of(&speller->words[i]) > score_of(best)))
            best = &speller->words[i];
    return best;
}

/* What a choice came to. */
struct choice {
    const struct candidate_word *word; /* the best one, or NULL */
    bool is_met;                       /* it stands with other words of the query */
    double score;
    double second; /* score of the next best */
};

static palpate_status choose(struct choice *out, struct speller *speller,
        const struct spell_context *context, palpate_error *err)
{
    bool is_done[CANDIDATES] = { false };

    *out = (struct choice){ NULL, false, -INFINITY, -INFINITY };
    for (int i = 0; i < IN_COMPANY; i++) {
        const struct candidate_word *word = best_left(speller, is_done);
        bool is_met = false;
        if (word == NULL)
            break;
        is_done[word - speller->words] = true;
        palpate_view name = { word->word, word->size };
        if (context->count > 0) {
            palpate_status status = engine_meets(&is_met, speller->engine, &name, 1,
                    context->words, context->count, err);
            if (status != PALPATE_OK)
                return status;
        }
        double score = score_of(word) + (is_met ? BITS_OF_COMPANY : 0);
        out->second = fmax(out->second, fmin(score, out->score));
        if (score > out->score) {
            out->score = score;
            out->word = word;
            out->is_met = is_met;
        }
    }
    return PALPATE_OK;
}

/* Whether the slips to a choice are few enough to be searched unasked. */
static bool is_near(const struct speller *speller, const struct choice *choice)
{
    size_t size = speller->typed.size;
    bool may_differ = size >= LONG_WORD || (choice->is_met && size > SHORTEST_LIKELY);
    uint32_t most = EDIT_COST - !may_differ + (size >= LONGER_WORD);

    if (size == SHORTEST_LIKELY && !choice->is_met)
        return false;
    return size >= SHORTEST_LIKELY && choice->word->cost <= most;
}

/* Whether no other word comes close to it, and it stands with the others. */
static bool is_clear(const struct speller *speller, const struct choice *choice,
        const struct spell_context *context)
{
    return choice->score - choice->second >= CLEAR_BITS &&
           (context->count == 0 || choice->is_met ||
                   speller->typed.size >= LONGER_WORD);
}

static palpate_status settle(struct spelling *out, struct speller *speller,
        const struct choice *choice, const struct spell_context *context,
        palpate_error *err)
{
    palpate_view word = { choice->word->word, choice->word->size };
    bool is_foreign = false;

    memcpy(out->word, choice->word->written, choice->word->written_size);
    out->size = choice->word->written_size;
    out->cost = choice->word->cost;
    out->is_near = is_near(speller, choice) &&
                   !substance_may_be_another(speller->typed, word, choice->is_met);
    if (!out->is_near)
        return PALPATE_OK;
    palpate_status status = spell_language_is_other(&is_foreign, speller->engine,
            (palpate_view){ choice->word->term, choice->word->term_size }, err);
    for (uint32_t i = 0; status == PALPATE_OK && !is_foreign && i < context->count; i++)
        status = spell_language_is_elsewhere(
                &is_foreign, speller->engine, context->words[i], err);
    out->is_near = !is_foreign;
    out->is_likely = !is_foreign && is_clear(speller, choice, context);
    return status;
}

palpate_status spell_word(struct spelling *out, struct engine *engine,
        palpate_view typed, const struct spell_context *context, palpate_error *err)
{
    struct speller speller = {
        .engine = engine,
        .typed = typed,
        .most = most_cost(typed),
        .language = analyzer_language(engine_analyzer(engine)),
        .has_marks = analyzer_known(engine_analyzer(engine))->count > 1 ||
                     engine_language(engine) != NULL,
    };

    struct choice choice;

    *out = (struct spelling){ .size = 0 };
    if (typed.size < SHORTEST_WORD)
        return PALPATE_OK;
    edit_cost_start_in(&speller.slips, speller.language, typed, speller.most);
    palpate_status status = collect_terms(&speller, err);
    if (status == PALPATE_OK)
        status = read_words(&speller, err);
    if (status == PALPATE_OK)
        status = choose(&choice, &speller, context, err);
    return status == PALPATE_OK && choice.word != NULL
                   ? settle(out, &speller, &choice, context, err)
                   : status;
}
