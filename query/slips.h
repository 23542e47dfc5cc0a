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

/* What a word was typed with, to rule other words out before they are measured. */
struct slips_typed {
    uint8_t lacking[26]; /* the least that each letter of another word costs here */
};

void slips_prepare(struct slips_typed *out, palpate_view typed);

/* Whether `stem` has so many letters that were not typed that slips_to_start() is above
   `most`, and slips_between() as well. */
bool slips_rule_out(const struct slips_typed *typed, palpate_view stem, uint32_t most);

/* The least cost between `stem` and a start of `typed`. */
uint32_t slips_to_start(palpate_view stem, palpate_view typed, uint32_t most);

#endif
