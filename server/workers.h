/* Requests that wait -> their replies, by the threads of worker.h. */
#ifndef SERVER_WORKERS_H
#define SERVER_WORKERS_H

#include "server/worker.h"

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

#endif
