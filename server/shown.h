/* An answer and all that the page shows beside it. */
#ifndef SERVER_SHOWN_H
#define SERVER_SHOWN_H

#include "server/asked.h"

struct shown {
    const palpate_answer *answer;
    const palpate_answer *wide;    /* to all kinds, with all other names */
    const palpate_answer *counted; /* with facets, without filters; or NULL */
    const struct question *question;
    struct limits limits;
    bool counts_clicks; /* the page is to say which hits are opened */
    struct arguments asked;
};

#endif
