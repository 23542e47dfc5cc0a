/* A word of a question -> whether it asks rather than names. */
#ifndef QUERY_ASKING_H
#define QUERY_ASKING_H

#include <palpate/view.h>
#include <stdbool.h>

/* What a word that asks is worth against one that names, in shares of its idf. */
#define ASKING_WORTH 0.4

/* "worry" in "neck pain when to worry": what answers need not have it, and what has it
   need not answer.  `folded` is a whole word. */
bool is_asking_word(palpate_view folded);

#endif
