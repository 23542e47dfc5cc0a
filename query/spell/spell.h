/* Words that the index does not have -> the words that were probably meant. */
#ifndef QUERY_SPELL_H
#define QUERY_SPELL_H

#include <palpate/status.h>
#include <palpate/view.h>

#include "core/arena.h"
#include "query/index/engine.h"
#include "query/language/syntax.h"

/* Writes the query anew with a word of the index for every word that it lacks: one with
   few slips between them, two words that were typed as one, or one that was typed as
   two.
   `*corrected` is empty where nothing better is known; it lives in `arena`.  The words
   of the tree are overwritten. */
palpate_status spell_correct(palpate_view *corrected, struct engine *engine,
        struct arena *arena, struct query_tree *tree, palpate_error *err);

#endif
