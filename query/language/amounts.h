/* How long, how often, how many: whether a question asks for an amount, and whether a
   text gives one. */
#ifndef QUERY_AMOUNTS_H
#define QUERY_AMOUNTS_H

#include <palpate/status.h>
#include <palpate/view.h>
#include <stdbool.h>
#include <stdint.h>

#include "core/arena.h"
#include "query/language/syntax.h"

/* What a question asks the amount of, bit by bit: time, counts, angles and lengths,
   money.  0 where it asks for none; what is forbidden and what the thesaurus added is
   not read.  PALPATE_NO_MEMORY. */
palpate_status amounts_asked(
        uint32_t *out, const struct query_tree *tree, palpate_error *err);

/* Whether a text gives an amount of one of these: a number and its unit near each
   other, or a word that says both ("daily"). */
bool amounts_are_given(palpate_view text, uint32_t asked);

/* What "how many" asks to be counted, in the singular; empty where nothing is.  Lives
   in `arena`.  PALPATE_NO_MEMORY. */
palpate_status amounts_counted(palpate_view *out, struct arena *arena,
        const struct query_tree *tree, palpate_error *err);

/* Whether a text has a number of what is counted: "two or three sets". */
bool amounts_count(palpate_view text, palpate_view counted);

#endif
