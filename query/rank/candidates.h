/* The passages that may answer a question, so far as they were looked at. */
#ifndef QUERY_CANDIDATES_H
#define QUERY_CANDIDATES_H

#include <palpate/status.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "core/arena.h"
#include "query/index/engine.h"
#include "query/rank/candidate.h"

enum { CANDIDATES_RESULTS = 8 /* of the index that are kept for their records */ };

/* Zero-initialised but for the arena it is valid and empty. */
struct candidates {
    struct arena *arena; /* of the search: what is found in candidates lives here too */
    struct candidate *items; /* best first, once they are ranked */
    size_t count;
    size_t room;
    uint32_t fetched;   /* passages looked at */
    bool is_exhausted;  /* there are no passages beyond those looked at */
    bool is_partial;    /* the deadline came first */
    bool is_bounded;    /* so many passages have the words that the page is not full */
    bool lacks_article; /* that others are to be like */
    uint32_t hidden;    /* passages that were taken out: their pages are hidden */
    palpate_view like_title; /* of that article; empty if there is none */
    uint32_t total;          /* passages that the index counts: exactly, or at least */
    bool total_is_exact;     /* where every one of them answers */
    struct engine_result results[CANDIDATES_RESULTS]; /* own the records */
    uint32_t result_count;
};

/* Appends a copy.  PALPATE_NO_MEMORY. */
palpate_status candidates_add(struct candidates *candidates,
        const struct candidate *candidate, palpate_error *err);

/* Frees the records and forgets the candidates, all but the arena. */
void candidates_clear(struct candidates *candidates);

#endif
