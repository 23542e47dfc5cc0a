/* A request and its answer -> what is counted of them. */
#ifndef SERVER_COUNTED_H
#define SERVER_COUNTED_H

#include <palpate/search.h>

#include "server/request.h"

/* Notes what an answer says, before it is sent, or kept. */
void counted_learn(const struct request *request, const palpate_answer *answer);

/* Counts a question that was answered, also by what was kept.  Not counted are letters
   on the way to a question, further pages of an answer, and what a filter narrows down:
   that was asked before. */
void counted_ask(const struct request *request);

#endif
