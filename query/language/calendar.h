/* A term -> whether it says when a place is open or a page was written. */
#ifndef QUERY_CALENDAR_H
#define QUERY_CALENDAR_H

#include <palpate/view.h>
#include <stdbool.h>

/* Whether a term is that of a day, a month or what stands beside numbers of telephones,
   in full or in short. */
bool calendar_has(palpate_view term);

/* Whether it is such a word in short: "fri", and not "friday". */
bool calendar_abbreviates(palpate_view term);

#endif
