/* A word as typed and a word of the index -> what the slips between them cost. */
#ifndef QUERY_EDIT_COST_H
#define QUERY_EDIT_COST_H

#include <palpate/view.h>
#include <stdbool.h>
#include <stdint.h>

#include "core/stemming.h"
#include "core/token.h"

enum {
    EDIT_COST = 4
}; /* what a letter left out, put in or replaced by any other costs */

/* Optimal string alignment, after Damerau, "A technique for computer detection and
   correction of spelling errors" (CACM 1964), in bytes, where likely slips cost less:
   neighbours swapped, a letter doubled or not, a vowel for another, a sound spelled in
   another way ("f" for "ph"); a wrong first letter costs more.  More than `most` is
   most + 1. */
uint32_t edit_cost_between(palpate_view word, palpate_view typed, uint32_t most);

/* The least cost between `stem` and a start of `typed`. */
uint32_t edit_cost_to_start(palpate_view stem, palpate_view typed, uint32_t most);

/* A letter of a word, with what is asked of it for every letter of the other one. */
struct edit_cost_letter {
    char byte;
    uint32_t bit;
    uint32_t alone;    /* what it costs where only one of the two words has it */
    uint32_t sounding; /* letters that it is taken for */
    uint32_t pair;     /* letters that sound as it does with the one before it */
};

/* Words that are measured one after another against what was typed: what two of them
   start with alike is measured once. */
struct edit_cost_series {
    palpate_view typed;
    uint32_t most;
    uint32_t sounding[26]; /* for each letter, those that it is taken for by ear, or by
                              who types on another keyboard */
    uint32_t paired[26];   /* for each letter, those before it that sound another way */
    struct edit_cost_letter letters[WORD_SIZE];
    struct edit_cost_letter typed_letters[WORD_SIZE];
    /* What each start of the word costs to each start of what was typed. */
    uint32_t rows[WORD_SIZE + 1][WORD_SIZE + 1];
    uint32_t least[WORD_SIZE + 1]; /* of each row */
    size_t measured;               /* letters of the word that have their rows */
};

/* `typed` is borrowed, and of WORD_SIZE bytes at most. */
void edit_cost_start(
        struct edit_cost_series *series, palpate_view typed, uint32_t most);

/* The same for words of a language, on whose keyboards some letters are where others
   have another one: those are taken for one another as easily as by ear. */
void edit_cost_start_in(struct edit_cost_series *series,
        const struct stemming *language, palpate_view typed, uint32_t most);

/* As edit_cost_between(), for a word that need not share anything with the one before;
   the next stem of the series shares nothing with it. */
uint32_t edit_cost_of(struct edit_cost_series *series, palpate_view word);

/* As edit_cost_to_start(), for a stem whose first `shared` bytes are those of the one
   before.  No stem that shares `*hopeless` bytes with this one is within the most. */
uint32_t edit_cost_next(struct edit_cost_series *series, palpate_view stem,
        size_t shared, size_t *hopeless);

#endif
