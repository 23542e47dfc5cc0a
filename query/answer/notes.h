/* What happened in a search -> sentences for its user. */
#ifndef QUERY_NOTES_H
#define QUERY_NOTES_H

#include "query/rank/finder.h"

/* Writes the notes of the answer: how the query was read where that is not obvious, and
   the bounds that were hit.  PALPATE_NO_MEMORY. */
palpate_status notes_write(struct finder *finder, palpate_error *err);

#endif
