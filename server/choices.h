/* An answer -> what could be chosen besides: the kinds, names and values that it would
   have without what is chosen already, so that the choice stays while one chooses. */
#ifndef SERVER_CHOICES_H
#define SERVER_CHOICES_H

#include "server/shown.h"
#include "server/worker.h"

struct choices {
    palpate_answer *wide;    /* or NULL, where that is the answer itself */
    palpate_answer *counted; /* or NULL, likewise */
};

/* Asks what it takes within the time of the request, and lets `shown` point to it.
   Where there is no time, there is less to choose, and the request is not final. */
void choices_find(struct choices *choices, struct shown *shown, struct request *request,
        struct worker *worker);

void choices_free(struct choices *choices);

#endif
