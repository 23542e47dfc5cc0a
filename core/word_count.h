/* Scripts that put no spaces between words -> how many words a text has. */
#ifndef CORE_WORD_COUNT_H
#define CORE_WORD_COUNT_H

#include <palpate/view.h>
#include <stdbool.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

enum { WORD_TENTHS = 10 /* of one word */ };

/* How many tenths of a word a sign counts that stands beside the next one without a
   space: half a word in Chinese and Japanese, a fifth in Thai, Lao, Khmer and Burmese.
   0 for all other characters, also for the punctuation of these scripts. */
uint32_t word_count_sign(uint32_t character);

/* How many tenths of a word a run of characters without a space counts: its signs as
   above, and each stretch of other letters and digits between them as one word. */
uint32_t word_count_run(palpate_view run);

/* How many words `text` has, as core/token.h finds them; the signs of scripts without
   spaces count as above. */
uint32_t word_count(palpate_view text);

/* Tenths as whole words: what is begun counts. */
static inline uint32_t word_count_whole(uint32_t tenths)
{
    return (tenths + WORD_TENTHS - 1) / WORD_TENTHS;
}

#ifdef __cplusplus
}
#endif
#endif
