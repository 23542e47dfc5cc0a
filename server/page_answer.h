/* An answer -> HTML: all that the page says of it, for browsers with and without
   JavaScript. */
#ifndef SERVER_PAGE_ANSWER_H
#define SERVER_PAGE_ANSWER_H

#include "server/shown.h"

void page_answer(struct text *text, const struct shown *shown);

/* What went wrong: the detail of a problem, which has no full stop.  `may_pass` where
   the same may be answered soon. */
void page_problem(struct text *text, const struct arguments *given, const char *detail,
        bool may_pass);

#endif
