/* An answer and the memory it lives in. */
#ifndef QUERY_ANSWER_H
#define QUERY_ANSWER_H

#include <palpate/search.h>

#include "core/arena.h"
#include "query/expand/expansion.h"
#include "query/expand/terms.h"
#include "query/language/syntax.h"

/* Makes an empty answer to `query`.  Freed with palpate_answer_free(), also half made.
 */
palpate_status answer_open(
        palpate_answer **out, palpate_view query, palpate_error *err);

/* The arena in which all that the answer points to lives. */
struct arena *answer_arena(palpate_answer *answer);

/* Copies text that may come from anywhere: what is not UTF-8 is repaired. */
palpate_status answer_copy_text(palpate_view *to, palpate_answer *answer,
        palpate_view text, palpate_error *err);

/* Writes how the query was read, before other names are added to it. */
palpate_status answer_write_reading(
        palpate_answer *answer, const struct query_tree *tree, palpate_error *err);

/* Lists what was searched besides the user's words: the other names whose words the
   index has.  The terms have their frequencies. */
palpate_status answer_write_expansions(palpate_answer *answer,
        const struct query_expansions *expansions, const struct query_terms *terms,
        palpate_error *err);

#endif
