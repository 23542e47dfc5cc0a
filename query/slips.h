/* A word as typed and a word of the index -> what the slips between them cost. */
#ifndef QUERY_SLIPS_H
#define QUERY_SLIPS_H

#include <palpate/view.h>
#include <stdbool.h>
#include <stdint.h>

enum { SLIP = 4 }; /* what a letter left out, put in or replaced by any other costs */

/* Optimal string alignment, after Damerau, "A technique for computer detection and
   correction of spelling errors" (CACM 1964), in bytes, where likely slips cost less:
   neighbours swapped, a letter doubled or not, a vowel for another, a sound spelled in
   another way ("f" for "ph"); a wrong first letter costs more.  More than `most` is
   most + 1. */
uint32_t slips_between(palpate_view word, palpate_view typed, uint32_t most);

/* The least cost between `stem` and a start of `typed`. */
uint32_t slips_to_start(palpate_view stem, palpate_view typed, uint32_t most);

#endif
