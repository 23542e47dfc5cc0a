/* The first letter that was typed -> the first letters that may be meant. */
#ifndef QUERY_FIRST_LETTER_H
#define QUERY_FIRST_LETTER_H

#include <stdbool.h>

#include "core/stemming.h"

/* Whether a word of the language (NULL for English) may start with `letter` where
   another one was typed: by ear, or on a keyboard of another language. */
bool first_letter_may_be(char letter, char typed, const struct stemming *language);

#endif
