/* A list of words in several languages (words/LANGUAGE/NAME.txt) -> the rows of one of
   them, and whether a text has what a row says. */
#ifndef CORE_WORD_ROWS_H
#define CORE_WORD_ROWS_H

#include <palpate/view.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "core/stemming.h"

/* A row of words/all/NAME.inc, in the order of languages. */
struct word_row {
    palpate_view language; /* two letters */
    palpate_view words;    /* folded */
    uint32_t value;        /* what the list says of them */
};

struct word_rows {
    const struct word_row *items;
    size_t count;
};

/* The rows of a language; those of English where `language` is NULL. */
struct word_rows word_rows_of(struct word_rows all, const struct stemming *language);

/* The same, and those of English where the list has none of the language. */
struct word_rows word_rows_or_english(
        struct word_rows all, const struct stemming *language);

/* The first row whose words are `word`, or NULL; the rows are sorted by word. */
const struct word_row *word_rows_find(struct word_rows rows, palpate_view word);

/* Writes the folded words of a text as rows are looked for in them, a space before each
   and after the last one, and returns their size: as many as `room` bytes hold. */
size_t word_rows_fold(palpate_view text, char *out, size_t room);

/* Whether `folded` has the words of a row: "…" between them is any words. */
bool word_row_is_in(palpate_view words, palpate_view folded);

#endif
