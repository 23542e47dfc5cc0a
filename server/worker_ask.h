/* A worker and a question -> what its searcher answers, from the newest index that can
   be read. */
#ifndef SERVER_WORKER_ASK_H
#define SERVER_WORKER_ASK_H

#include "server/worker.h"

/* Opens the index of the server.  PALPATE_NO_INDEX, … */
palpate_status worker_open(
        struct worker *worker, struct server *server, palpate_error *err);

/* Takes up a newer generation if there is one; looks only now and then. */
void worker_refresh(struct worker *worker);

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
