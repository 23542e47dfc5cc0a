/* Texts -> whether they say the same: a signature that finds the pairs worth a look,
   and a comparison that settles them.  Here one word can turn the advice around, so
   being alike is never enough. */
#ifndef CORE_LIKENESS_H
#define CORE_LIKENESS_H

#include <palpate/view.h>
#include <stdbool.h>
#include <stdint.h>

#include "core/arena.h"
#include "core/stemming.h"

#ifdef __cplusplus
extern "C" {
#endif

enum {
    /* Bits in which signatures of texts that may say the same differ at most (Manku,
       Jain and Das Sarma, WWW 2007, found 3 of 64 on the web; so did our measurements,
       docs/INDEX_FORMAT.md). */
    LIKENESS_BITS = 3,
    LIKENESS_LEAST = 5 /* words that say something, of a text that has a signature */
};

/* SimHash of 64 bits (Charikar, STOC 2002) of the words that say something and of the
   pairs of neighbours, without case and accents; 0 for a text too short to be compared.
 */
uint64_t likeness_signature(palpate_view text);

/* The signature, and likeness_key() of what `*key` stood for and `text`, in one
   reading. */
uint64_t likeness_describe(palpate_view text, uint64_t *key);

/* Whether two signatures are of texts that may say the same. */
bool likeness_is_near(uint64_t a, uint64_t b);

/* The same, where each passage is compared with hundreds: of numbers that differ in 3
   bits at most, one of the four quarters is the same.  So is one that becomes zero
   where they are compared, which a subtraction carries into its highest bit. */
static inline bool likeness_is_near_one(uint64_t a, uint64_t b)
{
    const uint64_t bits = a ^ b;
    const uint64_t zeros = (bits - UINT64_C(0x0001000100010001)) & ~bits &
                           UINT64_C(0x8000800080008000);

    return zeros != 0 && likeness_is_near(a, b);
}

/* What is compared of a text; zero-initialised it is not read yet. */
struct likeness_sense {
    uint64_t *words; /* hashes of those that say something, sorted */
    uint32_t count;
    uint64_t contrasts; /* words that turn a sentence around, in their order */
    bool is_read;
    bool is_whole; /* not too long to be compared */
};

/* Reads a text in a language (NULL for English) for likeness_covers(); its words live
   in `arena`.  False when memory is out. */
bool likeness_read(struct likeness_sense *out, struct arena *arena, palpate_view text,
        const struct stemming *language);

/* Whether who reads `shown` needs not read `other`, both read: all its words are there
   (those that say nothing aside), and numbers, sides, negations and other words of
   contrast are the same in the same order. */
bool likeness_covers(
        const struct likeness_sense *shown, const struct likeness_sense *other);

/* A number that two texts share only where they have the same words in the same order;
   words that say nothing, case, accents, punctuation and white space aside.  `so_far`
   is 0, or that of the text before. */
uint64_t likeness_key(uint64_t so_far, palpate_view text);

#ifdef __cplusplus
}
#endif
#endif
