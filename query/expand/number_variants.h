/* Words with a number, a unit or a Roman numeral -> the other ways to write them. */
#ifndef QUERY_NUMBER_VARIANTS_H
#define QUERY_NUMBER_VARIANTS_H

#include "query/expand/variant_list.h"
#include "query/language/syntax.h"

/* Adds the variants of a run of words: "two weeks" is "2 weeks" and "2 wk", "500 mg" is
   "500mg" and "500 milligrams", "type II" is "type 2", and "10,000" is "10000". */
void number_variants_add(
        struct word_variants *out, const struct query_word *words, uint32_t count);

/* Writes the run with the other form of the numeral in it, with a space between words:
   "type 2 diabetes" for "type ii diabetes".  Its size; 0 where it has none, or where it
   does not fit. */
size_t number_variants_renumber(
        char out[VARIANT_SIZE], const struct query_word *words, uint32_t count);

#endif
