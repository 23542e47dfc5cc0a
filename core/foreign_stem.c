#include "core/foreign_stem.h"

#include <string.h>

#include "core/utf8.h"
#include "core/view.h"

enum {
    ROUNDS = 4,        /* endings that follow one another */
    STEMMINGS = 3,     /* after which a stem is taken as it is */
    SHORTEST_STEM = 3, /* bytes that a rule leaves */
    ROOM = 2 * WORD_SIZE
};

/* A word while it becomes a stem. */
struct word {
    char bytes[ROOM];
    size_t size;
};

static palpate_view text_of(const struct word *word)
{
    return (palpate_view){ word->bytes, word->size };
}

static void set(struct word *word, palpate_view text)
{
    word->size = utf8_floor(text, WORD_SIZE);
    memcpy(word->bytes, text.data, word->size);
}

static size_t size_of(palpate_view replacement)
{
    return view_equals(replacement, PALPATE_VIEW("-")) ? 0 : replacement.size;
}

/* Whether a rule fits the word. */
static bool fits(
        const struct stem_rule *rule, enum stem_rule_kind kind, const struct word *word)
{
    if (rule->kind != kind)
        return false;
    if (kind == STEM_WORD || kind == STEM_STEM)
        return view_equals(text_of(word), rule->from);
    return view_ends_with(text_of(word), rule->from) &&
           word->size - rule->from.size + size_of(rule->to) >= SHORTEST_STEM;
}

/* Applies the rule of a kind with the longest ending that fits; false for none. */
static bool apply(
        const struct stemming *language, enum stem_rule_kind kind, struct word *word)
{
    const struct stem_rule *best = NULL;

    for (size_t i = 0; i < language->rule_count; i++) {
        const struct stem_rule *rule = &language->rules[i];
        if ((best == NULL || rule->from.size > best->from.size) &&
                fits(rule, kind, word))
            best = rule;
    }
    if (best == NULL || (kind != STEM_STEM && view_equals(best->from, best->to)))
        return false;
    size_t kept = word->size - best->from.size;
    size_t size = size_of(best->to);
    if (kept + size > WORD_SIZE)
        return false;
    memcpy(word->bytes + kept, best->to.data, size);
    word->size = kept + size;
    return true;
}

/* Stems until nothing changes: a stem that looks like a word with an ending is then the
   stem of both. */
static void stem_with(xc_stemmer *stemmer, struct word *word)
{
    for (unsigned i = 0; i < STEMMINGS; i++) {
        char stem[ROOM];
        size_t size = 0;
        if (xc_stemmer_stem(stemmer, (xc_bytes){ word->bytes, word->size }, stem,
                    sizeof stem, &size, NULL) != XC_OK ||
                view_equals(text_of(word), (palpate_view){ stem, size }))
            return;
        set(word, (palpate_view){ stem, size });
    }
}

size_t foreign_stem(char out[WORD_SIZE], const struct stemming *language,
        xc_stemmer *stemmer, palpate_view folded)
{
    struct word word;

    set(&word, stemming_without_elision(language, folded));
    if (apply(language, STEM_STEM, &word)) {
        memcpy(out, word.bytes, word.size);
        return word.size;
    }
    (void)apply(language, STEM_WORD, &word);
    for (unsigned i = 0; i < (language->trait == STEMMING_REPEATS_ENDINGS ? ROUNDS : 1);
            i++)
        if (!apply(language, STEM_ENDING, &word))
            break;
    if (stemmer != NULL)
        stem_with(stemmer, &word);
    /* The accents that an ending was given for the stemmer. */
    char plain[WORD_SIZE];
    set(&word, (palpate_view){ plain, word_fold(text_of(&word), plain) });
    (void)apply(language, STEM_STEM_ENDING, &word);
    memcpy(out, word.bytes, word.size);
    return word.size;
}
