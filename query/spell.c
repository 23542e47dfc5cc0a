#include "query/spell.h"

#include <string.h>

#include "core/fail.h"
#include "core/record.h"
#include "core/view.h"
#include "query/distance.h"

enum {
    CANDIDATES = 12,   /* terms whose words are looked at */
    PASSAGES = 3,      /* in which their words are looked for */
    SHORT_WORD = 5,    /* letters; up to here one slip is allowed, beyond two */
    SHORTEST_WORD = 3, /* shorter ones are left alone: anything is near them */
    LONGEST_SUFFIX =
            8, /* letters that a stem may lack of its word, with a slip in them */
    SHORTEST_HALF = 3 /* letters of a word that was typed as part of another */
};

struct candidate_term {
    char term[WORD_SIZE];
    size_t size;
    uint32_t distance;
    uint32_t frequency;
};

/* The search for one word. */
struct speller {
    struct engine *engine;
    palpate_view typed;                      /* folded */
    uint32_t most;                           /* slips allowed */
    struct candidate_term terms[CANDIDATES]; /* the best first */
    size_t count;
    palpate_view term; /* whose words are looked at now */
    char best[WORD_SIZE];
    size_t best_size;
    uint32_t best_distance;
    uint32_t best_frequency;
};

static bool is_better(const struct candidate_term *a, const struct candidate_term *b)
{
    return a->distance != b->distance ? a->distance < b->distance
                                      : a->frequency > b->frequency;
}

static bool consider_term(void *user, palpate_view term, uint32_t frequency)
{
    struct speller *speller = user;
    struct candidate_term candidate = { .size = term.size, .frequency = frequency };

    if (term.size > WORD_SIZE || term.size < SHORTEST_WORD ||
            term.size + LONGEST_SUFFIX < speller->typed.size)
        return true;
    candidate.distance = distance_to_start(term, speller->typed, speller->most);
    if (candidate.distance > speller->most)
        return true;
    memcpy(candidate.term, term.data, term.size);
    size_t place = speller->count < CANDIDATES ? speller->count++ : CANDIDATES - 1;
    if (place == CANDIDATES - 1 && !is_better(&candidate, &speller->terms[place]) &&
            speller->terms[place].size > 0)
        return true;
    while (place > 0 && is_better(&candidate, &speller->terms[place - 1])) {
        speller->terms[place] = speller->terms[place - 1];
        place--;
    }
    speller->terms[place] = candidate;
    return true;
}

/* Looks at the words of a text that have the candidate's term. */
static void consider_text(
        struct speller *speller, palpate_view text, uint32_t frequency)
{
    struct analyzer *analyzer = engine_analyzer(speller->engine);
    struct tokenizer tokens = tokens_of(text);
    struct token token;

    while (token_next(&tokens, &token)) {
        char folded[WORD_SIZE];
        palpate_view word = { folded,
            word_fold(view_slice(text, token.offset, token.size), folded) };
        if (!may_have_term(word, speller->term) ||
                !view_equals(term_of(analyzer, word), speller->term))
            continue;
        uint32_t distance = distance_of(word, speller->typed, speller->most);
        if (distance > speller->most || distance > speller->best_distance ||
                (distance == speller->best_distance &&
                        frequency <= speller->best_frequency))
            continue;
        memcpy(speller->best, word.data, word.size);
        speller->best_size = word.size;
        speller->best_distance = distance;
        speller->best_frequency = frequency;
    }
}

static void consider_record(void *user, palpate_view data)
{
    struct speller *speller = user;
    struct passage_record record;
    uint32_t frequency = 0;

    if (record_decode(&record, NULL, data, NULL) != PALPATE_OK)
        return;
    for (size_t i = 0; i < speller->count; i++)
        if (view_equals(speller->term,
                    (palpate_view){ speller->terms[i].term, speller->terms[i].size }))
            frequency = speller->terms[i].frequency;
    consider_text(speller, record.title, frequency);
    for (uint32_t i = 0; i < record.heading_count; i++)
        consider_text(speller, record.heading[i], frequency);
    consider_text(speller, record.text, frequency);
}

static palpate_status frequency_of(uint32_t *frequency, struct engine *engine,
        palpate_view folded, palpate_error *err)
{
    struct wanted wanted = { term_of(engine_analyzer(engine), folded), false };
    struct query_term term = { 0 };
    struct query_terms terms = { &wanted, &term, 1 };
    palpate_status status = engine_weigh(engine, &terms, err);

    *frequency = term.frequency;
    return status;
}

/* "frozenshoulder": the cut that makes two words of the index, the commoner the better.
 */
static palpate_status split(struct speller *speller, palpate_error *err)
{
    palpate_view typed = speller->typed;

    for (size_t cut = SHORTEST_HALF; cut + SHORTEST_HALF <= typed.size; cut++) {
        uint32_t left = 0;
        uint32_t right = 0;
        palpate_status status =
                frequency_of(&left, speller->engine, view_slice(typed, 0, cut), err);
        if (status == PALPATE_OK && left > 0)
            status = frequency_of(&right, speller->engine,
                    view_slice(typed, cut, typed.size - cut), err);
        if (status != PALPATE_OK)
            return status;
        uint32_t rarer = left < right ? left : right;
        if (rarer <= speller->best_frequency || typed.size + 1 > WORD_SIZE)
            continue;
        memcpy(speller->best, typed.data, cut);
        speller->best[cut] = ' ';
        memcpy(speller->best + cut + 1, typed.data + cut, typed.size - cut);
        speller->best_size = typed.size + 1;
        speller->best_frequency = rarer;
    }
    return PALPATE_OK;
}

/* The best word for `typed`; best_size is 0 where there is none. */
static palpate_status correct_word(struct speller *speller, struct engine *engine,
        palpate_view typed, palpate_error *err)
{
    palpate_status status = PALPATE_OK;

    *speller = (struct speller){ .engine = engine,
        .typed = typed,
        .most = typed.size <= SHORT_WORD ? 1 : 2,
        .best_distance = UINT32_MAX };
    if (typed.size < SHORTEST_WORD)
        return PALPATE_OK;
    /* The first letter is seldom wrong: all terms are only looked at where it must be.
     */
    status = engine_each_term(
            engine, view_slice(typed, 0, 1), consider_term, speller, err);
    if (status == PALPATE_OK && speller->count == 0)
        status = engine_each_term(
                engine, (palpate_view){ "", 0 }, consider_term, speller, err);
    for (size_t i = 0; status == PALPATE_OK && i < speller->count; i++) {
        speller->term =
                (palpate_view){ speller->terms[i].term, speller->terms[i].size };
        status = engine_each_record(
                engine, speller->term, PASSAGES, consider_record, speller, err);
    }
    if (status == PALPATE_OK && speller->best_size == 0)
        status = split(speller, err);
    return status;
}

/* The query's words with the corrections put in their places. */
struct rewriting {
    struct engine *engine;
    struct arena *arena;
    bool changed;
    palpate_error *err;
};

static palpate_status rewrite_word(
        struct rewriting *rewriting, struct query_word *word, palpate_view with)
{
    word->folded = arena_copy(rewriting->arena, with);
    word->typed = word->folded;
    rewriting->changed = true;
    return word->folded.data == NULL ? fail(rewriting->err, PALPATE_NO_MEMORY,
                                               "out of memory for a spelling")
                                     : PALPATE_OK;
}

/* "physio therapy": takes the next word into this one where the index has them joined.
 */
static palpate_status join_next(
        struct rewriting *rewriting, struct query_word *word, struct query_word *next)
{
    char joined[WORD_SIZE];
    uint32_t frequency = 0;
    size_t size = word->folded.size + next->folded.size;

    if (size > WORD_SIZE)
        return PALPATE_OK;
    memcpy(joined, word->folded.data, word->folded.size);
    memcpy(joined + word->folded.size, next->folded.data, next->folded.size);
    palpate_status status = frequency_of(&frequency, rewriting->engine,
            (palpate_view){ joined, size }, rewriting->err);
    if (status != PALPATE_OK || frequency == 0)
        return status;
    next->folded = (palpate_view){ NULL, 0 };
    return rewrite_word(rewriting, word, (palpate_view){ joined, size });
}

static palpate_status rewrite(
        struct rewriting *rewriting, struct query_word *word, struct query_word *next)
{
    struct speller speller;
    uint32_t frequency = 0;
    palpate_status status = PALPATE_OK;

    if (word->folded.size == 0 || is_stop_word(word->folded))
        return PALPATE_OK;
    status = frequency_of(&frequency, rewriting->engine, word->folded, rewriting->err);
    if (status != PALPATE_OK || frequency > 0)
        return status;
    if (next != NULL) {
        status = join_next(rewriting, word, next);
        if (status != PALPATE_OK || next->folded.size == 0)
            return status;
    }
    status = correct_word(&speller, rewriting->engine, word->folded, rewriting->err);
    if (status != PALPATE_OK || speller.best_size == 0)
        return status;
    return rewrite_word(
            rewriting, word, (palpate_view){ speller.best, speller.best_size });
}

static palpate_status rewrite_tree(struct rewriting *rewriting, struct query_node *node)
{
    palpate_status status = PALPATE_OK;

    if (node->kind == QUERY_PREFIX)
        return PALPATE_OK;
    for (uint32_t i = 0; status == PALPATE_OK && i < node->word_count; i++)
        status = rewrite(rewriting, &node->words[i],
                i + 1 < node->word_count ? &node->words[i + 1] : NULL);
    for (uint32_t i = 0; status == PALPATE_OK && i < node->child_count; i++) {
        struct query_node *const *child = &node->children[i];
        bool is_pair = i + 1 < node->child_count && child[0]->kind == QUERY_WORD &&
                       child[1]->kind == QUERY_WORD;
        status = is_pair ? rewrite(rewriting, child[0]->words, child[1]->words)
                         : rewrite_tree(rewriting, child[0]);
    }
    return status;
}

/* A word that was joined to the one before it leaves two spaces behind. */
static void append_single_spaced(struct buffer *out, palpate_view text)
{
    for (size_t i = 0; i < text.size; i++)
        if (text.data[i] != ' ' || (i > 0 && text.data[i - 1] != ' '))
            buffer_append_byte(out, text.data[i]);
}

palpate_status spell_correct(palpate_view *corrected, struct engine *engine,
        struct arena *arena, struct query_tree *tree, palpate_error *err)
{
    struct rewriting rewriting = { engine, arena, false, err };
    struct buffer written = { 0 };
    struct buffer text = { 0 };

    *corrected = (palpate_view){ NULL, 0 };
    palpate_status status = rewrite_tree(&rewriting, tree->root);
    if (status != PALPATE_OK || !rewriting.changed)
        return status;
    query_write(&written, tree->root);
    append_single_spaced(&text, buffer_view(&written));
    palpate_view copy = written.failed || text.failed
                                ? (palpate_view){ NULL, 0 }
                                : arena_copy(arena, view_trim(buffer_view(&text)));
    buffer_free(&written);
    buffer_free(&text);
    if (copy.data == NULL)
        return fail(err, PALPATE_NO_MEMORY, "out of memory for a spelling");
    *corrected = copy;
    return PALPATE_OK;
}
