/* Words with a hyphen -> whether they are one word. */
#ifndef QUERY_COMPOUND_H
#define QUERY_COMPOUND_H

#include <palpate/status.h>
#include <palpate/view.h>
#include <stdbool.h>

#include "core/arena.h"
#include "query/language/syntax.h"

/* Whether `phrase`, typed as `text`, is one word that says nothing in parts:
   "well-being", "sit-up", "check-in".  Hyphens join its words, and all but one of them
   are too common to be searched.  It is marked as one then. */
bool compound_take(struct query_node *phrase, palpate_view text);

/* Whether two words that were typed apart may be one such word. */
bool compound_may_be(const struct query_word *first, const struct query_word *second);

/* Makes plain words of all compounds of a tree; `*found` says whether there were any.
   PALPATE_NO_MEMORY. */
palpate_status compounds_part(
        bool *found, struct query_node *root, struct arena *arena, palpate_error *err);

#endif
