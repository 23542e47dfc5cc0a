/* A word that the index does not have -> the small word that was probably meant. */
#ifndef QUERY_SMALL_WORD_H
#define QUERY_SMALL_WORD_H

#include <palpate/view.h>
#include <stdint.h>

#include "core/stemming.h"

/* The stop word or word that asks that `typed` (folded) is one likely slip away from:
   "withh", "wkoe", "lng".  No index has them, so its own words cannot be compared with
   them.  `*cost` is that of the slip.  They are those of a language, NULL for English;
   empty where there is none; static storage. */
palpate_view small_word_meant(
        uint32_t *cost, palpate_view typed, const struct stemming *language);

#endif
