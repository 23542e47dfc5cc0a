/* A run of the user's words -> what palpate knows as other words for it. */
#ifndef QUERY_LEXICON_H
#define QUERY_LEXICON_H

#include <palpate/status.h>

#include "core/arena.h"
#include "core/term.h"
#include "core/thesaurus.h"
#include "query/language/syntax.h"

enum { LEXICON_NAMES = 3 }; /* other words for a run at most, the first of its line */

/* What answers say of where its names are known from. */
#define LEXICON_SOURCE "palpate's lexicon"

/* Writes what the lexicon has for the words, compared by their terms, into `names` and
   returns how many there are. */
uint32_t lexicon_find(struct thesaurus_name names[LEXICON_NAMES],
        struct analyzer *analyzer, const struct query_word *words, uint32_t count);

/* Whether `folded`, or another form of it, is a word of the lexicon on either side. */
bool lexicon_has_word(struct analyzer *analyzer, palpate_view folded);

#endif
