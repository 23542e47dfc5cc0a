#include "query/answer/suggest.h"

#include <stdlib.h>
#include <string.h>

#include "core/completion.h"
#include "core/fail.h"
#include "core/schema.h"
#include "core/token.h"
#include "core/view.h"
#include "query/answer/completed_text.h"
#include "query/language/literal.h"

enum {
    SHORTEST = 1, /* bytes typed before anything is completed */
    NAMES_SHORTEST =
            3,   /* and before names of the thesaurus are, which are listed whole */
    TERMS = 400, /* terms looked at: of a short start not all */
    MISTYPED_SHORTEST = 5, /* bytes of a word in which a slip is forgiven */
    ROOM = 64              /* completions kept while the best are looked for */
};

struct owned_suggestions {
    palpate_suggestions list; /* first, so that one address serves both */
    struct arena arena;
};

/* A key that goes on from what was typed. */
struct completion {
    char key[COMPLETION_SIZE];
    size_t size;
    const char *prefix; /* of its term, or META_NAME */
    uint32_t frequency;
};

struct suggester {
    struct engine *engine;
    struct owned_suggestions *out;
    const char *prefix; /* of the terms under way */
    struct completion best[ROOM];
    size_t count;
};

static int rank_of(const char *prefix)
{
    if (prefix[0] == META_NAME[0])
        return 0;
    return strcmp(prefix, PREFIX_TITLE) == 0 ? 1 : 2;
}

/* Conditions before articles before sections; what many have first, and then the
   shorter. */
static int by_worth(const void *left, const void *right)
{
    const struct completion *a = left;
    const struct completion *b = right;

    if (rank_of(a->prefix) != rank_of(b->prefix))
        return rank_of(a->prefix) - rank_of(b->prefix);
    if (a->frequency != b->frequency)
        return a->frequency < b->frequency ? 1 : -1;
    if (a->size != b->size)
        return a->size > b->size ? 1 : -1;
    return memcmp(a->key, b->key, a->size);
}

static void keep_suggestion(
        struct suggester *suggester, palpate_view key, uint32_t frequency)
{
    struct completion completion = {
        .size = key.size, .prefix = suggester->prefix, .frequency = frequency
    };

    if (key.data == NULL || key.size > COMPLETION_SIZE)
        return;
    memcpy(completion.key, key.data, key.size);
    if (suggester->count < ROOM) {
        suggester->best[suggester->count++] = completion;
        return;
    }
    size_t worst = 0;
    for (size_t i = 1; i < ROOM; i++)
        if (by_worth(&suggester->best[i], &suggester->best[worst]) > 0)
            worst = i;
    if (by_worth(&completion, &suggester->best[worst]) < 0)
        suggester->best[worst] = completion;
}

static void take_term(void *user, palpate_view term, uint32_t frequency)
{
    struct suggester *suggester = user;
    size_t skip = strlen(suggester->prefix);

    keep_suggestion(suggester, view_slice(term, skip, term.size), frequency);
}

/* How many passages have the rarest word of a key. */
static palpate_status weigh_name(
        struct completion *name, struct engine *engine, palpate_error *err)
{
    palpate_view key = { name->key, name->size };
    struct tokenizer tokens = tokens_of(key);
    struct token token;
    bool is_first = true;

    name->frequency = 0;
    while (token_next(&tokens, &token)) {
        palpate_view word = view_slice(key, token.offset, token.size);
        uint32_t frequency = 0;
        if (is_stop_word(word))
            continue;
        palpate_status status = engine_word_frequency(&frequency, engine, word, err);
        if (status != PALPATE_OK)
            return status;
        if (is_first || frequency < name->frequency)
            name->frequency = frequency;
        is_first = false;
    }
    return PALPATE_OK;
}

/* Keeps the names whose words the index has. */
static palpate_status weigh_names(struct suggester *suggester, palpate_error *err)
{
    size_t kept = 0;

    for (size_t i = 0; i < suggester->count && !engine_is_late(suggester->engine);
            i++) {
        struct completion *name = &suggester->best[i];
        palpate_status status = weigh_name(name, suggester->engine, err);
        if (status != PALPATE_OK)
            return status;
        if (name->frequency > 0)
            suggester->best[kept++] = *name;
    }
    suggester->count = kept;
    return PALPATE_OK;
}

static palpate_status collect_terms(struct suggester *suggester, const char *prefix,
        palpate_view key, palpate_error *err)
{
    char start[COMPLETION_TERM_SIZE];

    suggester->prefix = prefix;
    if (engine_is_late(suggester->engine))
        return PALPATE_OK;
    return engine_each_completion(suggester->engine, completed_term(start, prefix, key),
            TERMS, take_term, suggester, err);
}

/* All that starts with the key. */
static palpate_status collect_starting(
        struct suggester *suggester, palpate_view key, palpate_error *err)
{
    palpate_status status = PALPATE_OK;

    if (key.size >= NAMES_SHORTEST && !engine_is_late(suggester->engine)) {
        suggester->prefix = META_NAME;
        status = engine_each_name(suggester->engine, key, take_term, suggester, err);
        if (status == PALPATE_OK)
            status = weigh_names(suggester, err);
    }
    if (status == PALPATE_OK)
        status = collect_terms(suggester, PREFIX_TITLE, key, err);
    return status == PALPATE_OK ? collect_terms(suggester, PREFIX_HEADING, key, err)
                                : status;
}

static const char LETTERS[] = "abcdefghijklmnopqrstuvwxyz";
enum { LETTER_COUNT = sizeof LETTERS - 1, WAYS = 2 + 2 * LETTER_COUNT };

/* The key without the slip of this number at this place: a letter too many, two
   swapped, a wrong one, one too few.  Returns its size. */
static size_t undo_slip(
        char out[COMPLETION_SIZE + 1], palpate_view key, size_t place, size_t way)
{
    size_t from = place + 1; /* what is copied of the rest of the key */
    size_t size = place;

    memcpy(out, key.data, place);
    if (way == 1 && from < key.size) {
        out[size++] = key.data[from++];
        out[size++] = key.data[place];
    } else if (way >= 2) {
        out[size++] = LETTERS[(way - 2) % LETTER_COUNT];
    }
    if (way >= 2 + LETTER_COUNT)
        out[size++] = key.data[place];
    memcpy(out + size, key.data + from, key.size - from);
    return size + key.size - from;
}

/* Tries each key that is one slip in its last word away, and stops at the first that
   leads somewhere.  The first letter is hardly ever the wrong one. */
static palpate_status forgive(
        struct suggester *suggester, palpate_view key, palpate_error *err)
{
    char tried[COMPLETION_SIZE + 1];
    size_t first = key.size;
    palpate_status status = PALPATE_OK;

    while (first > 0 && key.data[first - 1] != ' ')
        first--;
    size_t most = (key.size - first - 1) * WAYS;
    if (key.size - first < MISTYPED_SHORTEST || key.size >= COMPLETION_SIZE)
        return PALPATE_OK;
    for (size_t i = 0; i < most && suggester->count == 0 && status == PALPATE_OK &&
                       !engine_is_late(suggester->engine);
            i++) {
        size_t size = undo_slip(tried, key, first + 1 + i / WAYS, i % WAYS);
        status = collect_terms(
                suggester, PREFIX_TITLE, (palpate_view){ tried, size }, err);
    }
    return status;
}

/* The name of the thesaurus, or the titles or heading, that a completion leads to. */
static palpate_status find_texts(struct completed_texts *out,
        struct suggester *suggester, const struct completion *completion,
        palpate_error *err)
{
    struct arena *arena = &suggester->out->arena;
    char term[COMPLETION_TERM_SIZE];
    const struct completed_key key = { completion->prefix,
        { completion->key, completion->size }, completion->frequency };

    if (rank_of(completion->prefix) > 0)
        return completed_texts_find(out, suggester->engine, arena, &key, err);
    *out = (struct completed_texts){ .count = 1 };
    out->items[0].count = completion->frequency;
    return engine_name(&out->items[0].text, suggester->engine, arena,
            completed_term(term, key.prefix, key.key), err);
}

static bool is_new(const palpate_suggestion *items, size_t count, palpate_view text)
{
    for (size_t i = 0; i < count; i++)
        if (view_equals_ignoring_case(items[i].text, text))
            return false;
    return true;
}

/* Adds the texts that are not there yet, with the queries for their words. */
static palpate_status add_suggestions(palpate_suggestion *items,
        struct suggester *suggester, const struct completion *completion,
        uint32_t limit, palpate_error *err)
{
    static const palpate_view KINDS[] = { PALPATE_VIEW_INIT("condition"),
        PALPATE_VIEW_INIT("article"), PALPATE_VIEW_INIT("section") };
    palpate_suggestions *list = &suggester->out->list;
    struct completed_texts texts;
    palpate_status status = find_texts(&texts, suggester, completion, err);

    for (uint32_t i = 0; status == PALPATE_OK && i < texts.count && list->count < limit;
            i++) {
        const struct completed_text *text = &texts.items[i];
        struct buffer query = { 0 };
        if (text->text.size == 0 || !is_new(items, list->count, text->text))
            continue;
        literal_write(&query, text->text);
        palpate_view copy = arena_copy(&suggester->out->arena, buffer_view(&query));
        if (query.failed || copy.data == NULL)
            status = fail(err, PALPATE_NO_MEMORY, "out of memory for suggestions");
        buffer_free(&query);
        items[list->count++] = (palpate_suggestion){ .text = text->text,
            .kind = KINDS[rank_of(completion->prefix)],
            .count = text->count,
            .query = copy,
            .url = text->url };
    }
    return status;
}

static palpate_status fill_suggestions(
        struct suggester *suggester, uint32_t limit, palpate_error *err)
{
    palpate_suggestions *list = &suggester->out->list;
    palpate_suggestion *items =
            arena_zeroed(&suggester->out->arena, limit, sizeof *items);
    palpate_status status = PALPATE_OK;

    if (items == NULL)
        return fail(err, PALPATE_NO_MEMORY, "out of memory for suggestions");
    list->items = items;
    qsort(suggester->best, suggester->count, sizeof *suggester->best, by_worth);
    for (size_t i = 0; status == PALPATE_OK && i < suggester->count &&
                       list->count < limit && !engine_is_late(suggester->engine);
            i++)
        status = add_suggestions(items, suggester, &suggester->best[i], limit, err);
    return status;
}

palpate_status suggest(palpate_suggestions **out, struct engine *engine,
        palpate_view typed, uint32_t limit, palpate_error *err)
{
    struct suggester suggester = { .engine = engine };
    char words[COMPLETION_SIZE];
    palpate_view key = { words, completion_key(typed, words) };
    palpate_status status = PALPATE_OK;

    *out = NULL;
    if (limit == 0)
        limit = 10;
    if (limit > PALPATE_MAX_SUGGESTIONS)
        limit = PALPATE_MAX_SUGGESTIONS;
    suggester.out = calloc(1, sizeof *suggester.out);
    if (suggester.out == NULL)
        return fail(err, PALPATE_NO_MEMORY, "out of memory for suggestions");
    if (key.size >= SHORTEST)
        status = collect_starting(&suggester, key, err);
    if (status == PALPATE_OK && suggester.count == 0)
        status = forgive(&suggester, key, err);
    if (status == PALPATE_OK)
        status = fill_suggestions(&suggester, limit, err);
    if (status != PALPATE_OK) {
        palpate_suggestions_free(&suggester.out->list);
        return status;
    }
    suggester.out->list.is_partial = engine_was_cut(engine);
    *out = &suggester.out->list;
    return PALPATE_OK;
}

void palpate_suggestions_free(palpate_suggestions *suggestions)
{
    struct owned_suggestions *owned = (struct owned_suggestions *)suggestions;

    if (owned == NULL)
        return;
    arena_free(&owned->arena);
    free(owned);
}
