/* Names of authors -> the same without what is written after them. */
#ifndef INDEXER_NAME_ADDITIONS_H
#define INDEXER_NAME_ADDITIONS_H

#include <palpate/view.h>

#include "core/arena.h"

/* "Jane Doe (jd), John Smith (dpa)" without the few small letters in brackets by which
   a newsroom signs; `names` itself where it has none.  `data` is NULL when memory is
   out. */
palpate_view name_without_signs(struct arena *arena, palpate_view names);

/* "Jane Doe, head of the clinic" as "Jane Doe"; a list of names as it is. */
palpate_view name_without_role(palpate_view names);

/* "Jane Doe and John Smith, NDR" without the paper or agency that they write for. */
palpate_view name_without_employer(palpate_view names);

#endif
