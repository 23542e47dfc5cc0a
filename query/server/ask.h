/* A request with a question -> an answer, or the reply that says why there is none. */
#ifndef SERVER_ASK_H
#define SERVER_ASK_H

#include "question.h"
#include "workers.h"

/* Asks what the request asks; `form` differs with what answers look like.  NULL where
   the reply stands already: a problem, or the client has this answer.  The caller frees
   the answer; its query and spellings are the user's own words, without filters. */
palpate_answer *ask(struct question *question, const char *form,
        struct request *request, struct worker *worker);

/* Makes the reply to a search that failed. */
void ask_failed(
        struct request *request, palpate_status status, const palpate_error *err);

#endif
