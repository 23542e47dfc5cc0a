/* Words of languages that write compounds as one word -> their parts, and the reverse.
 */
#ifndef QUERY_COMPOUND_WORDS_H
#define QUERY_COMPOUND_WORDS_H

#include "query/expand/synonym_lookup.h"

/* The source of such names, whose words stand near each other in any order. */
#define COMPOUND_SOURCE "compound words"

enum { COMPOUND_WINDOW = 30 /* words: a sentence or two */ };

/* Puts after the names of a run the parts of its word where some passage has them all
   ("Schulterschmerzen": Schulter, Schmerzen), or the compound that its two words make
   where the index has it ("Schmerzen in der Schulter": Schulterschmerzen).  Where the
   question is in English, only a word that the index lacks is parted, and only if the
   index has articles in such a language. */
palpate_status compound_words_add(struct thesaurus_name **names, uint32_t *count,
        const struct synonym_lookup *lookup, struct word_run run);

#endif
