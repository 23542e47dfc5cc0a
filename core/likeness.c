#include "core/likeness.h"

#include <stdlib.h>
#include <string.h>

#include "core/digest.h"
#include "core/term.h"
#include "core/token.h"
#include "core/view.h"

enum { SIGNATURE_BITS = 64, WORDS_MOST = 1024 /* of a text that is compared */ };

/* Words that turn a sentence around where another of them, or none, stands there;
   sorted by bytes. */
static const palpate_view CONTRASTS[] = {
    PALPATE_VIEW_INIT("abduct"),
    PALPATE_VIEW_INIT("abduction"),
    PALPATE_VIEW_INIT("above"),
    PALPATE_VIEW_INIT("active"),
    PALPATE_VIEW_INIT("acute"),
    PALPATE_VIEW_INIT("adduct"),
    PALPATE_VIEW_INIT("adduction"),
    PALPATE_VIEW_INIT("adult"),
    PALPATE_VIEW_INIT("adults"),
    PALPATE_VIEW_INIT("after"),
    PALPATE_VIEW_INIT("always"),
    PALPATE_VIEW_INIT("anterior"),
    PALPATE_VIEW_INIT("avoid"),
    PALPATE_VIEW_INIT("before"),
    PALPATE_VIEW_INIT("below"),
    PALPATE_VIEW_INIT("bend"),
    PALPATE_VIEW_INIT("both"),
    PALPATE_VIEW_INIT("but"),
    PALPATE_VIEW_INIT("cannot"),
    PALPATE_VIEW_INIT("child"),
    PALPATE_VIEW_INIT("children"),
    PALPATE_VIEW_INIT("chronic"),
    PALPATE_VIEW_INIT("cold"),
    PALPATE_VIEW_INIT("daily"),
    PALPATE_VIEW_INIT("decrease"),
    PALPATE_VIEW_INIT("decreased"),
    PALPATE_VIEW_INIT("decreases"),
    PALPATE_VIEW_INIT("down"),
    PALPATE_VIEW_INIT("during"),
    PALPATE_VIEW_INIT("eight"),
    PALPATE_VIEW_INIT("except"),
    PALPATE_VIEW_INIT("extend"),
    PALPATE_VIEW_INIT("extension"),
    PALPATE_VIEW_INIT("external"),
    PALPATE_VIEW_INIT("fewer"),
    PALPATE_VIEW_INIT("five"),
    PALPATE_VIEW_INIT("flex"),
    PALPATE_VIEW_INIT("flexion"),
    PALPATE_VIEW_INIT("four"),
    PALPATE_VIEW_INIT("half"),
    PALPATE_VIEW_INIT("heat"),
    PALPATE_VIEW_INIT("high"),
    PALPATE_VIEW_INIT("higher"),
    PALPATE_VIEW_INIT("hot"),
    PALPATE_VIEW_INIT("hourly"),
    PALPATE_VIEW_INIT("ice"),
    PALPATE_VIEW_INIT("if"),
    PALPATE_VIEW_INIT("in"),
    PALPATE_VIEW_INIT("increase"),
    PALPATE_VIEW_INIT("increased"),
    PALPATE_VIEW_INIT("increases"),
    PALPATE_VIEW_INIT("inner"),
    PALPATE_VIEW_INIT("internal"),
    PALPATE_VIEW_INIT("inward"),
    PALPATE_VIEW_INIT("inwards"),
    PALPATE_VIEW_INIT("lateral"),
    PALPATE_VIEW_INIT("left"),
    PALPATE_VIEW_INIT("less"),
    PALPATE_VIEW_INIT("long"),
    PALPATE_VIEW_INIT("low"),
    PALPATE_VIEW_INIT("lower"),
    PALPATE_VIEW_INIT("many"),
    PALPATE_VIEW_INIT("medial"),
    PALPATE_VIEW_INIT("men"),
    PALPATE_VIEW_INIT("mild"),
    PALPATE_VIEW_INIT("more"),
    PALPATE_VIEW_INIT("most"),
    PALPATE_VIEW_INIT("never"),
    PALPATE_VIEW_INIT("nine"),
    PALPATE_VIEW_INIT("no"),
    PALPATE_VIEW_INIT("none"),
    PALPATE_VIEW_INIT("nor"),
    PALPATE_VIEW_INIT("not"),
    PALPATE_VIEW_INIT("off"),
    PALPATE_VIEW_INIT("on"),
    PALPATE_VIEW_INIT("once"),
    PALPATE_VIEW_INIT("one"),
    PALPATE_VIEW_INIT("only"),
    PALPATE_VIEW_INIT("or"),
    PALPATE_VIEW_INIT("out"),
    PALPATE_VIEW_INIT("outer"),
    PALPATE_VIEW_INIT("outward"),
    PALPATE_VIEW_INIT("outwards"),
    PALPATE_VIEW_INIT("over"),
    PALPATE_VIEW_INIT("passive"),
    PALPATE_VIEW_INIT("posterior"),
    PALPATE_VIEW_INIT("pronation"),
    PALPATE_VIEW_INIT("rarely"),
    PALPATE_VIEW_INIT("right"),
    PALPATE_VIEW_INIT("safe"),
    PALPATE_VIEW_INIT("seldom"),
    PALPATE_VIEW_INIT("seven"),
    PALPATE_VIEW_INIT("severe"),
    PALPATE_VIEW_INIT("short"),
    PALPATE_VIEW_INIT("since"),
    PALPATE_VIEW_INIT("six"),
    PALPATE_VIEW_INIT("some"),
    PALPATE_VIEW_INIT("sometimes"),
    PALPATE_VIEW_INIT("start"),
    PALPATE_VIEW_INIT("stop"),
    PALPATE_VIEW_INIT("straighten"),
    PALPATE_VIEW_INIT("supination"),
    PALPATE_VIEW_INIT("ten"),
    PALPATE_VIEW_INIT("than"),
    PALPATE_VIEW_INIT("three"),
    PALPATE_VIEW_INIT("twice"),
    PALPATE_VIEW_INIT("two"),
    PALPATE_VIEW_INIT("under"),
    PALPATE_VIEW_INIT("unless"),
    PALPATE_VIEW_INIT("unsafe"),
    PALPATE_VIEW_INIT("until"),
    PALPATE_VIEW_INIT("up"),
    PALPATE_VIEW_INIT("upper"),
    PALPATE_VIEW_INIT("usually"),
    PALPATE_VIEW_INIT("weekly"),
    PALPATE_VIEW_INIT("while"),
    PALPATE_VIEW_INIT("with"),
    PALPATE_VIEW_INIT("without"),
    PALPATE_VIEW_INIT("women"),
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

static bool is_contrast(palpate_view folded)
{
    const size_t count = sizeof CONTRASTS / sizeof *CONTRASTS;

    for (size_t i = 0; i < folded.size; i++)
        if (folded.data[i] >= '0' && folded.data[i] <= '9')
            return true;
    if (view_ends_with(folded, PALPATE_VIEW("n't")))
        return true;
    return view_place(folded, CONTRASTS, count, sizeof *CONTRASTS) < count;
}

static bool says_nothing(palpate_view folded)
{
    return is_stop_word(folded) && !is_contrast(folded);
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

bool likeness_read(struct likeness_sense *out, struct arena *arena, palpate_view text)
{
    struct words words = { .tokens = tokens_of(text), .text = text };
    uint64_t hashes[WORDS_MOST];
    palpate_view folded;

    *out = (struct likeness_sense){ .is_read = true, .is_whole = true };
    while (out->is_whole && next_word(&words, &folded)) {
        uint64_t hash = hash_of(folded);
        if (is_contrast(folded))
            out->contrasts = mix(out->contrasts + 1) + hash;
        else if (is_stop_word(folded))
            continue;
        out->is_whole = out->count < WORDS_MOST;
        if (out->is_whole)
            hashes[out->count++] = hash;
    }
    if (out->count > 1)
        qsort(hashes, out->count, sizeof *hashes, by_number);
    out->words = arena_alloc(arena, out->count * sizeof *hashes);
    if (out->words == NULL)
        return false;
    if (out->count > 0)
        memcpy(out->words, hashes, out->count * sizeof *hashes);
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
