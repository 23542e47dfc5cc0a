#include <string.h>

#include "core/fail.h"
#include "core/view.h"
#include "query/index/engine.h"
#include "query/index/engine_inside.h"
#include "query/index/vocabulary.h"
#include "query/language/calendar.h"
#include "query/language/limits.h"

enum {
    /* Passages that have the word as it is, for each that has a longer one: then it is
       finished.  "neck" is, and "plan" may become "plantar". */
    FINISHED = 8,
    /* Their postings together, beyond those of the first: to read one takes some 14 ns,
       and the answer is wanted before the next letter is typed. */
    POSTINGS = 16384
};

/* How words go on after their stem.  The index has stems: no term starts with
   "exercisi". */
static const char *const ENDINGS[] = { "e", "s", "es", "y", "g", "ng", "ing", "n", "on",
    "ion", "d", "ed", "ly", "tion", "ation" };

struct completion {
    palpate_view term; /* of the vocabulary, or in the arena */
    uint32_t frequency;
};

/* What a word may become, the commonest first. */
struct completions {
    struct engine *engine;
    struct arena *arena;
    const struct query_tree *tree;
    palpate_view own; /* the term of the word as it is, in the arena */
    uint32_t own_frequency;
    uint64_t longer; /* passages that have longer words, counted for each word */
    struct completion items[TYPED_BECOMES];
    uint32_t count;
};

static struct query_word *find_unfinished(const struct query_node *node)
{
    if (node->word_count > 0 && node->words[node->word_count - 1].is_unfinished)
        return &node->words[node->word_count - 1];
    for (uint32_t i = 0; i < node->child_count; i++) {
        struct query_word *word = find_unfinished(node->children[i]);
        if (word != NULL)
            return word;
    }
    return NULL;
}

/* Whether another word of the query asks for the term. */
static bool is_asked(const struct completions *completions,
        const struct query_node *node, palpate_view term)
{
    struct analyzer *analyzer = engine_analyzer(completions->engine);

    for (uint32_t i = 0; i < node->word_count; i++) {
        const struct query_word *word = &node->words[i];
        if (!word->is_unfinished && view_equals(term, term_of(analyzer, word->folded)))
            return true;
    }
    for (uint32_t i = 0; i < node->child_count; i++)
        if (is_asked(completions, node->children[i], term))
            return true;
    return false;
}

/* Keeps a term, if it is among the commonest. */
static void keep(struct completions *completions, palpate_view term, uint32_t frequency)
{
    struct completion *items = completions->items;
    uint32_t place = completions->count;

    if (place == TYPED_BECOMES && items[place - 1].frequency >= frequency)
        return;
    if (calendar_has(term) || is_asked(completions, completions->tree->root, term))
        return;
    if (place == TYPED_BECOMES)
        place--;
    else
        completions->count++;
    for (; place > 0 && items[place - 1].frequency < frequency; place--)
        items[place] = items[place - 1];
    items[place] = (struct completion){ term, frequency };
}

static uint32_t first_from(const struct vocabulary *words, palpate_view start)
{
    uint32_t low = 0;
    uint32_t high = words->count;

    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        if (view_compare(vocabulary_term(words, middle), start) < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

/* Looks at all terms that start so. */
static palpate_status collect_starting(
        struct completions *completions, palpate_view start, palpate_error *err)
{
    const struct vocabulary *words = NULL;

    if (start.size == 0)
        return PALPATE_OK;
    palpate_status status = engine_words(
            &words, completions->engine, (unsigned char)start.data[0], err);

    if (status != PALPATE_OK)
        return status;
    uint32_t place = first_from(words, start);
    if (place == words->count ||
            !view_starts_with(vocabulary_term(words, place), start))
        return PALPATE_OK;
    do {
        palpate_view term = vocabulary_term(words, place);
        uint32_t frequency = words->terms[place].frequency;
        if (!view_equals(term, completions->own)) {
            completions->longer += frequency;
            keep(completions, term, frequency);
        }
        place++;
    } while (place < words->count && words->shared[place] >= start.size);
    return PALPATE_OK;
}

/* Looks for words whose stem is shorter than what was typed of them. */
static palpate_status collect_endings(
        struct completions *completions, palpate_view start, palpate_error *err)
{
    char word[WORD_SIZE];

    for (size_t i = 0; i < sizeof ENDINGS / sizeof *ENDINGS; i++) {
        size_t size = start.size + strlen(ENDINGS[i]);
        uint32_t frequency = 0;
        double idf = 0;
        if (size > sizeof word)
            continue;
        memcpy(word, start.data, start.size);
        memcpy(word + start.size, ENDINGS[i], size - start.size);
        palpate_view term = arena_copy(
                completions->arena, term_of(engine_analyzer(completions->engine),
                                            (palpate_view){ word, size }));
        if (term.data == NULL)
            return fail(err, PALPATE_NO_MEMORY, "out of memory for completions");
        palpate_status status =
                engine_frequency(&frequency, &idf, completions->engine, term, err);
        if (status != PALPATE_OK)
            return status;
        if (frequency > 0 && completions->count == 0)
            keep(completions, term, frequency);
    }
    return PALPATE_OK;
}

/* The American spelling of the start of a word: "haemo" as "hemo". */
static palpate_view without_ligatures(palpate_view start, char out[WORD_SIZE])
{
    size_t size = 0;

    for (size_t i = 0; i < start.size && size < WORD_SIZE; i++) {
        bool is_left_out = i + 1 < start.size && start.data[i + 1] == 'e' &&
                           (start.data[i] == 'a' || start.data[i] == 'o');
        if (!is_left_out)
            out[size++] = start.data[i];
    }
    return (palpate_view){ out, size };
}

static palpate_status collect(
        struct completions *completions, palpate_view start, palpate_error *err)
{
    char american[WORD_SIZE];
    palpate_status status = collect_starting(completions, start, err);

    if (status == PALPATE_OK && completions->count == 0)
        status = collect_starting(completions, without_ligatures(start, american), err);
    if (status == PALPATE_OK && completions->count == 0)
        status = collect_endings(completions, start, err);
    return status;
}

/* Gives the word its completions: itself first, and of the others as many as may be
   read in time. */
static palpate_status give(
        struct query_word *word, const struct completions *from, palpate_error *err)
{
    bool has_own = from->own_frequency > 0 && !calendar_abbreviates(from->own);
    palpate_view *terms =
            arena_zeroed(from->arena, (size_t)from->count + 1, sizeof *terms);
    uint64_t postings = 0;
    uint32_t count = 0;

    if (terms == NULL)
        return fail(err, PALPATE_NO_MEMORY, "out of memory for completions");
    if (has_own)
        terms[count++] = from->own;
    for (uint32_t i = 0; i < from->count; i++) {
        postings += from->items[i].frequency;
        if (count > 0 && postings > POSTINGS)
            break;
        terms[count] = arena_copy(from->arena, from->items[i].term);
        if (terms[count++].data == NULL)
            return fail(err, PALPATE_NO_MEMORY, "out of memory for completions");
    }
    word->completions = terms;
    word->completion_count = count;
    return PALPATE_OK;
}

/* Takes the mark from a word that is finished. */
static void finish(struct query_node *node)
{
    if (node->word_count > 0 && node->words[node->word_count - 1].is_unfinished) {
        node->words[node->word_count - 1].is_unfinished = false;
        if (node->kind == QUERY_PREFIX)
            node->kind = QUERY_WORD;
    }
    for (uint32_t i = 0; i < node->child_count; i++)
        finish(node->children[i]);
}

palpate_status engine_complete(struct engine *engine, struct arena *arena,
        struct query_tree *tree, palpate_error *err)
{
    struct completions completions = { .engine = engine, .arena = arena, .tree = tree };
    struct query_word *word = find_unfinished(tree->root);
    double idf = 0;

    if (word == NULL)
        return PALPATE_OK;
    if (word->is_capitals || (is_stop_word(word->folded) && tree->word_count > 1)) {
        finish(tree->root);
        return PALPATE_OK;
    }
    completions.own = arena_copy(arena, term_of(engine_analyzer(engine), word->folded));
    if (completions.own.data == NULL)
        return fail(err, PALPATE_NO_MEMORY, "out of memory for completions");
    palpate_status status = engine_frequency(
            &completions.own_frequency, &idf, engine, completions.own, err);
    if (status == PALPATE_OK)
        status = collect(&completions, word->folded, err);
    if (status != PALPATE_OK)
        return status;
    if (completions.own_frequency > 0 && !calendar_abbreviates(completions.own) &&
            completions.own_frequency >= FINISHED * completions.longer) {
        finish(tree->root);
        return PALPATE_OK;
    }
    return give(word, &completions, err);
}
