#include "core/likeness.h"

#include <stdlib.h>
#include <string.h>

#include "core/ascii.h"
#include "core/digest.h"
#include "core/term.h"
#include "core/token.h"
#include "core/view.h"
#include "core/word_rows.h"

enum { SIGNATURE_BITS = 64, MAX_WORDS = 1024 /* of a text that is compared */ };

#define WORD(word) { PALPATE_VIEW_INIT(LANGUAGE), PALPATE_VIEW_INIT(word), 0 },
static const struct word_row CONTRASTS[] = {
#include "words/all/contrasts.inc"
};

/* Reads a text word by word, folded. */
struct words {
    struct tokenizer tokens;
    palpate_view text;
    char bytes[WORD_SIZE];
};

static bool next_word(struct words *words, palpate_view *folded)
{
    struct token token;

    while (token_next(&words->tokens, &token)) {
        palpate_view word = view_slice(words->text, token.offset, token.size);
        *folded = (palpate_view){ words->bytes, word_fold(word, words->bytes) };
        if (folded->size > 0)
            return true;
    }
    return false;
}

/* The words of contrast of a language. */
static struct word_rows contrasts_of(const struct stemming *language)
{
    return word_rows_or_english(
            (struct word_rows){ CONTRASTS, sizeof CONTRASTS / sizeof *CONTRASTS },
            language);
}

/* Whether a word is one of contrast in any language. */
static bool is_number_or_negation(palpate_view folded)
{
    for (size_t i = 0; i < folded.size; i++)
        if (ascii_is_digit(folded.data[i]))
            return true;
    return view_ends_with(folded, PALPATE_VIEW("n't"));
}

static bool is_contrast(palpate_view folded, struct word_rows contrasts)
{
    return is_number_or_negation(folded) || word_rows_find(contrasts, folded) != NULL;
}

/* The words of contrast of a language, and a bit for each way in which they start:
   most words of a text start in another. */
struct contrasts {
    struct word_rows rows;
    uint64_t starts[8];
};

static unsigned start_of(palpate_view word)
{
    unsigned first = word.size > 0 ? (unsigned char)word.data[0] : 0;
    unsigned second = word.size > 1 ? (unsigned char)word.data[1] : 0;

    return (first * 21 + second) % (8 * 64);
}

static struct contrasts read_contrasts(const struct stemming *language)
{
    struct contrasts contrasts = { contrasts_of(language), { 0 } };

    for (size_t i = 0; i < contrasts.rows.count; i++) {
        unsigned start = start_of(contrasts.rows.items[i].words);
        contrasts.starts[start / 64] |= UINT64_C(1) << start % 64;
    }
    return contrasts;
}

static bool turns_around(palpate_view folded, const struct contrasts *contrasts)
{
    unsigned start = start_of(folded);

    return is_number_or_negation(folded) ||
           ((contrasts->starts[start / 64] >> start % 64 & 1) != 0 &&
                   word_rows_find(contrasts->rows, folded) != NULL);
}

static bool says_nothing(palpate_view folded)
{
    return is_stop_word(folded) && !is_contrast(folded, contrasts_of(NULL));
}

/* Spreads the bits of a number that says where a hash stands. */
static uint64_t mix(uint64_t bits)
{
    bits = (bits ^ bits >> 30) * 0xBF58476D1CE4E5B9U;
    bits = (bits ^ bits >> 27) * 0x94D049BB133111EBU;
    return bits ^ bits >> 31;
}

/* How often each bit was set in the hashes so far.  Eight counters of a byte share a
   number, and are emptied before they run over. */
struct votes {
    uint64_t lanes[8];
    unsigned filled; /* hashes in the lanes */
    uint32_t set[SIGNATURE_BITS];
    uint32_t hashes;
};

static void empty_lanes(struct votes *votes)
{
    for (unsigned i = 0; i < SIGNATURE_BITS; i++)
        votes->set[i] += (uint32_t)(votes->lanes[i / 8] >> (i % 8 * 8)) & 0xFF;
    for (unsigned i = 0; i < 8; i++)
        votes->lanes[i] = 0;
    votes->hashes += votes->filled;
    votes->filled = 0;
}

static void vote(struct votes *votes, uint64_t hash)
{
    const uint64_t ones = 0x0101010101010101U;

    if (votes->filled == 0xFF)
        empty_lanes(votes);
    for (unsigned i = 0; i < 8; i++) {
        /* Bit k of the byte alone in byte k; then 1 wherever it is set. */
        uint64_t bits = (hash >> (8 * i) & 0xFF) * ones & 0x8040201008040201U;
        votes->lanes[i] += (bits + 0x7F7F7F7F7F7F7F7FU) >> 7 & ones;
    }
    votes->filled++;
}

uint64_t likeness_describe(palpate_view text, uint64_t *key)
{
    struct words words = { .tokens = tokens_of(text), .text = text };
    struct votes votes = { .filled = 0 };
    palpate_view folded;
    uint64_t before = 0;
    uint64_t signature = 0;
    unsigned count = 0;

    while (next_word(&words, &folded)) {
        if (says_nothing(folded))
            continue;
        uint64_t hash = hash_of(folded);
        *key = mix(*key + 1) + hash;
        vote(&votes, hash);
        if (count > 0)
            vote(&votes, mix(before * 3 + hash));
        before = hash;
        count++;
    }
    if (count < LIKENESS_LEAST)
        return 0;
    empty_lanes(&votes);
    for (unsigned i = 0; i < SIGNATURE_BITS; i++)
        signature |= (uint64_t)(votes.set[i] * 2 > votes.hashes) << i;
    return signature == 0 ? 1 : signature;
}

uint64_t likeness_signature(palpate_view text)
{
    uint64_t unused = 0;

    return likeness_describe(text, &unused);
}

_Static_assert(LIKENESS_BITS < 4, "likeness_is_near_one() takes quarters");

bool likeness_is_near(uint64_t a, uint64_t b)
{
    uint64_t bits = a ^ b;

    if (a == 0 || b == 0)
        return false;
    /* The bits that are set, counted in pairs, fours and eights. */
    bits -= bits >> 1 & UINT64_C(0x5555555555555555);
    bits = (bits & UINT64_C(0x3333333333333333)) +
           (bits >> 2 & UINT64_C(0x3333333333333333));
    bits = (bits + (bits >> 4)) & UINT64_C(0x0F0F0F0F0F0F0F0F);
    return bits * UINT64_C(0x0101010101010101) >> 56 <= LIKENESS_BITS;
}

static int by_number(const void *left, const void *right)
{
    uint64_t a = *(const uint64_t *)left;
    uint64_t b = *(const uint64_t *)right;

    return (a > b) - (a < b);
}

/* Most texts are short, and qsort() calls a function for each comparison. */
static void sort(uint64_t *numbers, uint32_t count)
{
    enum { FEW = 96 };

    if (count > FEW) {
        qsort(numbers, count, sizeof *numbers, by_number);
        return;
    }
    for (uint32_t i = 1; i < count; i++) {
        uint64_t number = numbers[i];
        uint32_t place = i;
        for (; place > 0 && numbers[place - 1] > number; place--)
            numbers[place] = numbers[place - 1];
        numbers[place] = number;
    }
}

bool likeness_read(struct likeness_sense *out, struct arena *arena, palpate_view text,
        const struct stemming *language)
{
    const struct contrasts contrasts = read_contrasts(language);
    struct words words = { .tokens = tokens_of(text), .text = text };
    uint64_t hashes[MAX_WORDS];
    palpate_view folded;
    uint32_t count = 0;

    *out = (struct likeness_sense){ .is_read = true, .is_whole = true };
    while (out->is_whole && next_word(&words, &folded)) {
        uint64_t hash = hash_of(folded);
        if (turns_around(folded, &contrasts))
            out->contrasts = mix(out->contrasts + 1) + hash;
        else if (language == NULL ? is_stop_word(folded)
                                  : stemming_has_stop_word(language, folded))
            continue;
        out->is_whole = count < MAX_WORDS;
        if (out->is_whole)
            hashes[count++] = hash;
    }
    sort(hashes, count);
    out->count = count;
    out->words = arena_alloc(arena, count * sizeof *hashes);
    if (out->words == NULL)
        return false;
    if (count > 0)
        memcpy(out->words, hashes, count * sizeof *hashes);
    return true;
}

bool likeness_covers(
        const struct likeness_sense *shown, const struct likeness_sense *other)
{
    uint32_t place = 0;

    if (!shown->is_whole || !other->is_whole || shown->contrasts != other->contrasts)
        return false;
    for (uint32_t i = 0; i < other->count; i++) {
        while (place < shown->count && shown->words[place] < other->words[i])
            place++;
        if (place == shown->count || shown->words[place] != other->words[i])
            return false;
    }
    return true;
}

uint64_t likeness_key(uint64_t so_far, palpate_view text)
{
    struct words words = { .tokens = tokens_of(text), .text = text };
    palpate_view folded;

    while (next_word(&words, &folded))
        if (!says_nothing(folded))
            so_far = mix(so_far + 1) + hash_of(folded);
    return so_far;
}
