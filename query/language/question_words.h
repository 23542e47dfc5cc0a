/* What the user typed -> whether it asks, as a whole and word by word. */
#ifndef QUERY_QUESTION_WORDS_H
#define QUERY_QUESTION_WORDS_H

#include <palpate/view.h>
#include <stdbool.h>

#include "core/stemming.h"

/* What a word that asks is worth against one that names, in shares of its idf. */
#define QUESTION_WORD_WORTH 0.4

/* "worry" in "neck pain when to worry": what answers need not have it, and what has it
   need not answer; nor on a site of health does "health" name much.  `folded` is a
   whole word of a language, NULL for English. */
bool is_question_word(palpate_view folded, const struct stemming *language);

/* Whether `typed` is a question by its first word or its last character.  What is none
   may still want an answer, but names it rather than asks for it. */
bool is_question(palpate_view typed, const struct stemming *language);

#endif
