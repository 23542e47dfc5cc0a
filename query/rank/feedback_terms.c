#include "query/rank/feedback_terms.h"

#include <stdlib.h>

#include "core/fail.h"
#include "core/term.h"
#include "core/token.h"
#include "core/view.h"

/* Terms that the index is asked for, for each that is kept: those of the greatest
   impact.  With twice as many the order of hits stays the same. */
enum { LOOKED_UP = 3 };

/* A word of a sample. */
struct entry {
    palpate_view term;
    uint32_t sample;
    enum passage_field field;
};

struct entries {
    struct arena *arena;
    struct analyzer *analyzer;
    const struct sample *samples;
    struct entry *items;
    size_t count;
    size_t room;
    bool failed;
};

/* Adds a folded word as the language that the analyzer speaks has it. */
static void add_word(struct entries *entries, palpate_view word, uint32_t sample,
        enum passage_field field)
{
    palpate_view term = arena_copy(entries->arena, term_of(entries->analyzer, word));

    if (term.data == NULL ||
            !arena_grow(entries->arena, (void **)&entries->items, &entries->room,
                    entries->count, sizeof *entries->items))
        entries->failed = true;
    else
        entries->items[entries->count++] = (struct entry){ term, sample, field };
}

/* The same in every other language of the index. */
static void add_in_others(struct entries *entries, palpate_view word, uint32_t sample,
        enum passage_field field)
{
    const struct known_languages *known = analyzer_known(entries->analyzer);
    const struct stemming *own = analyzer_language(entries->analyzer);

    for (uint32_t i = 0; !entries->failed && i < known->count; i++) {
        if (known->items[i] == own)
            continue;
        (void)analyzer_speak(entries->analyzer, known->items[i]);
        if (!term_is_stop(entries->analyzer, word))
            add_word(entries, word, sample, field);
    }
    (void)analyzer_speak(entries->analyzer, own);
}

static void add_text(struct entries *entries, palpate_view text, uint32_t sample,
        enum passage_field field)
{
    struct tokenizer tokens = tokens_of(text);
    struct token token;

    while (!entries->failed && token_next(&tokens, &token)) {
        char folded[WORD_SIZE];
        palpate_view word = { folded,
            word_fold(view_slice(text, token.offset, token.size), folded) };
        if (word.size == 0 || term_is_stop(entries->analyzer, word))
            continue;
        add_word(entries, word, sample, field);
        if (entries->samples[sample].in_all_languages)
            add_in_others(entries, word, sample, field);
    }
}

static int by_term(const void *left, const void *right)
{
    const struct entry *a = left;
    const struct entry *b = right;
    int order = view_compare(a->term, b->term);

    return order != 0 ? order : (a->sample > b->sample) - (a->sample < b->sample);
}

/* What the entries of one term, from `*place` on, say: its mean impact.  Moves
   `*place` after them. */
static double mean_impact(const struct entries *entries, size_t *place,
        const struct sample *samples, double whole)
{
    palpate_view term = entries->items[*place].term;
    double sum = 0;

    while (*place < entries->count && view_equals(entries->items[*place].term, term)) {
        const struct sample *sample = &samples[entries->items[*place].sample];
        uint32_t number = entries->items[*place].sample;
        struct field_counts counts = { { 0 } };
        while (*place < entries->count && entries->items[*place].sample == number &&
                view_equals(entries->items[*place].term, term))
            counts.count[entries->items[(*place)++].field]++;
        sum += sample->weight * impact_exact(&counts, &sample->record->lengths,
                                        sample->record->is_doubtful);
    }
    return sum / whole;
}

static int by_impact(const void *left, const void *right)
{
    const struct significant_term *a = left;
    const struct significant_term *b = right;

    if (a->impact != b->impact)
        return a->impact < b->impact ? 1 : -1;
    return view_compare(a->term, b->term);
}

static int by_worth(const void *left, const void *right)
{
    const struct significant_term *a = left;
    const struct significant_term *b = right;
    double worth_a = a->impact * a->idf;
    double worth_b = b->impact * b->idf;

    if (worth_a != worth_b)
        return worth_a < worth_b ? 1 : -1;
    return view_compare(a->term, b->term);
}

static void weigh_terms(struct significant_terms *out, const struct entries *entries,
        const struct sample *samples, uint32_t count)
{
    double whole = 0;

    for (uint32_t i = 0; i < count; i++)
        whole += samples[i].weight;
    for (size_t place = 0; place < entries->count;) {
        palpate_view term = entries->items[place].term;
        out->items[out->count++] = (struct significant_term){ term,
            mean_impact(entries, &place, samples, whole), 0 };
    }
}

/* Asks the index how rare the terms are, and drops those that are in no other passage:
   what one passage alone says leads nowhere.  A term of another language than that of
   the samples is in none of them. */
static palpate_status look_up(struct significant_terms *terms, struct engine *engine,
        const struct sample *first, palpate_error *err)
{
    uint32_t kept = 0;

    for (uint32_t i = 0; i < terms->count; i++) {
        struct significant_term term = terms->items[i];
        uint32_t frequency = 0;
        palpate_status status =
                engine_frequency(&frequency, &term.idf, engine, term.term, err);
        if (status != PALPATE_OK)
            return status;
        bool is_elsewhere =
                first->in_all_languages && term_language(term.term) != first->language;
        if (frequency > (is_elsewhere ? 0 : 1))
            terms->items[kept++] = term;
    }
    terms->count = kept;
    return PALPATE_OK;
}

/* Sorts the terms and keeps the first `most`. */
static void keep_first(struct significant_terms *terms, uint32_t most,
        int (*order)(const void *, const void *))
{
    if (terms->count > 1)
        qsort(terms->items, terms->count, sizeof *terms->items, order);
    if (terms->count > most)
        terms->count = most;
}

palpate_status feedback_terms_find(struct significant_terms *out, struct engine *engine,
        struct arena *arena, const struct sample *samples, uint32_t count,
        uint32_t most, palpate_error *err)
{
    struct entries entries = {
        .arena = arena, .analyzer = engine_analyzer(engine), .samples = samples
    };

    *out = (struct significant_terms){ 0 };
    const struct stemming *spoken = analyzer_language(entries.analyzer);
    for (uint32_t i = 0; i < count; i++) {
        const struct passage_record *record = samples[i].record;
        (void)analyzer_speak(entries.analyzer, samples[i].language);
        add_text(&entries, record->text, i, FIELD_TEXT);
        add_text(&entries, record->title, i, FIELD_TITLE);
        for (uint32_t k = 0; k < record->heading_count; k++)
            add_text(&entries, record->heading[k], i, FIELD_HEADING);
    }
    (void)analyzer_speak(entries.analyzer, spoken);
    out->items = arena_zeroed(arena, entries.count + 1, sizeof *out->items);
    if (entries.failed || out->items == NULL)
        return fail(err, PALPATE_NO_MEMORY, "out of memory for words of passages");
    if (entries.count > 1)
        qsort(entries.items, entries.count, sizeof *entries.items, by_term);
    weigh_terms(out, &entries, samples, count);
    keep_first(out, most * LOOKED_UP, by_impact);
    palpate_status status = look_up(out, engine, samples, err);
    keep_first(out, most, by_worth);
    return status;
}
