/* The words of a question -> whether it asks if something may be done. */
#ifndef QUERY_SAFETY_H
#define QUERY_SAFETY_H

#include <palpate/status.h>
#include <stdbool.h>

#include "query/language/syntax.h"

/* "can I run with shin splints", "is massage safe", "exercise in pregnancy", "cupping
   on warfarin": the answer is first of all what forbids it or limits it.  Not "what can
   I do", which asks for something else.  In the words of `language`, NULL for English.
   PALPATE_NO_MEMORY. */
palpate_status safety_is_asked(bool *out, const struct query_tree *tree,
        const struct stemming *language, palpate_error *err);

#endif
