/* Words that the index does not have -> the words that were probably meant. */
#ifndef QUERY_SPELL_H
#define QUERY_SPELL_H

#include <palpate/status.h>
#include <palpate/view.h>
#include <stdbool.h>

#include "core/arena.h"
#include "query/index/engine.h"
#include "query/language/syntax.h"

/* A query in another spelling. */
struct corrected_query {
    palpate_view text; /* empty where nothing better is known */
    bool is_near;      /* near enough to be searched where nothing else is found */
    bool is_likely;    /* so much that it is searched at once */
};

/* Writes the query anew with a word of the index for every word that it lacks: one with
   few slips between them, two words that were typed as one, or one that was typed as
   two.
   Words that are right though the index lacks them are left alone.  The text lives in
   `arena`.  The words of the tree are overwritten. */
palpate_status spell_correct(struct corrected_query *out, struct engine *engine,
        struct arena *arena, struct query_tree *tree, palpate_error *err);

#endif
