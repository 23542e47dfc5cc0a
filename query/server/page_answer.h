/* An answer -> HTML for a browser without JavaScript. */
#ifndef SERVER_PAGE_ANSWER_H
#define SERVER_PAGE_ANSWER_H

#include "question.h"
#include "text.h"

void page_answer(struct text *text, const palpate_answer *answer,
        const struct question *question, const struct arguments *arguments);

/* What went wrong: the detail of a problem, which has no full stop. */
void page_problem(struct text *text, const char *detail);

#endif
