/* A request with a question -> an answer, or the reply that says why there is none. */
#ifndef SERVER_ASK_H
#define SERVER_ASK_H

#include "server/cache.h"
#include "server/question.h"
#include "server/request.h"
#include "server/worker.h"

/* What an answer is to be about. */
struct ask_for {
    palpate_view words;
    palpate_view like; /* address of the article that others are to be like, or empty */
    palpate_view languages; /* Accept-Language, where it counts and no argument says
                               more; or empty */
};

/* Reads the question of a request and gives it its key; `form` differs with what
   answers look like.  False where there is none to ask, and the reply says why. */
bool ask_read(struct request *request, const char *form, const struct ask_for *what,
        const struct limits *limits);

/* Gives a request without a question a key: a name of the form, and what is asked. */
void ask_name(struct request *request, const char *form, palpate_view asked);

/* The time that is left of what an answer may take; false where that is over, and the
   reply says so. */
bool ask_in_time(uint64_t *deadline_us, struct request *request);

/* Asks the request's question.  NULL where the reply stands already: a problem, or the
   client has this answer.  The caller frees the answer; its query and spellings are the
   user's own words, without filters. */
palpate_answer *ask(struct request *request, struct worker *worker);

/* Asks something else about the same words, for what stands beside the answer, in the
   time that is left.  NULL where there is no answer in time; whatever is not whole, or
   of another index, makes the request not final.  The caller frees the answer. */
palpate_answer *ask_beside(
        struct request *request, struct worker *worker, const struct arguments *asked);

/* What the reply is kept under; without words where the request has no key. */
struct cache_key ask_key(const struct request *request);

/* Tags the reply to a request that has a key. */
void ask_tag(struct request *request, uint64_t generation);

/* Makes the reply to a search that failed. */
void ask_failed(
        struct request *request, palpate_status status, const palpate_error *err);

#endif
