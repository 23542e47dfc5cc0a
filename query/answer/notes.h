/* What happened in a search -> sentences for its user. */
#ifndef QUERY_NOTES_H
#define QUERY_NOTES_H

#include <palpate/search.h>
#include <palpate/status.h>

#include "query/expand/question.h"
#include "query/rank/candidates.h"

/* Writes the notes of the answer: how the query was read where that is not obvious, and
   the bounds that were hit.  PALPATE_NO_MEMORY. */
palpate_status notes_write(palpate_answer *answer, const struct question *question,
        const struct candidates *candidates, palpate_error *err);

#endif
