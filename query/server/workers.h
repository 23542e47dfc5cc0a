/* Requests that wait -> answers, by threads that each have a searcher. */
#ifndef SERVER_WORKERS_H
#define SERVER_WORKERS_H

#include <palpate/palpate.h>
#include <pthread.h>

#include "request.h"

struct worker {
    pthread_t thread;
    struct server *server;
    palpate_searcher *searcher;
    palpate_index_info info; /* of what the searcher has open */
    uint64_t checked_us;
};

struct workers {
    pthread_mutex_t lock;
    pthread_cond_t arrived;
    struct request *first; /* of those that wait */
    struct request **last;
    size_t waiting;
    struct worker *items;
    size_t count;
    size_t started;
    bool is_ending;
};

/* Opens a searcher for every thread and starts them.  PALPATE_NO_INDEX, … */
palpate_status workers_start(struct workers *workers, struct server *server,
        size_t count, palpate_error *err);

/* Takes a place for a request in the queue; false where `most` wait already. */
bool workers_reserve(struct workers *workers, size_t most);

/* Puts a request into its place.  Its connection is suspended, and resumed when the
   reply is there. */
void workers_push(struct workers *workers, struct request *request);

size_t workers_waiting(struct workers *workers);

/* Answers what waits, and ends the threads. */
void workers_stop(struct workers *workers);

/* Asks the index; a newer generation is taken up where the one that is open has gone.
 */
palpate_status worker_search(struct worker *worker, palpate_answer **answer,
        palpate_view query, const palpate_search_options *options, palpate_error *err);

/* Looks a passage up in the same way. */
palpate_status worker_passage(struct worker *worker, palpate_answer **answer,
        uint64_t article, uint32_t ordinal, const palpate_passage_options *options,
        palpate_error *err);

/* Completes what was typed in the same way. */
palpate_status worker_suggest(struct worker *worker, palpate_suggestions **suggestions,
        palpate_view typed, const palpate_suggest_options *options, palpate_error *err);

#endif
