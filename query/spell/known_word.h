/* A word that the index lacks -> whether it is a word all the same. */
#ifndef QUERY_KNOWN_WORD_H
#define QUERY_KNOWN_WORD_H

#include <palpate/status.h>
#include <stdbool.h>

#include "query/index/engine.h"
#include "query/language/syntax.h"

/* Whether a word is right as it is: a common word of English ("woke"), a word of the
   lexicon or the start of a name in the thesaurus, a name with digits or capitals, or a
   word in letters that English does not have. */
palpate_status known_word(bool *is_known, struct engine *engine,
        const struct query_word *word, palpate_error *err);

#endif
