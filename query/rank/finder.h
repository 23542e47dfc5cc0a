/* A query that was read -> ranked candidates -> the hits of an answer. */
#ifndef QUERY_FINDER_H
#define QUERY_FINDER_H

#include <palpate/search.h>

#include "core/arena.h"
#include "query/expand/match.h"
#include "query/expand/question.h"
#include "query/index/engine.h"
#include "query/rank/candidate.h"

enum {
    /* Passages that the second stage looks at, at least.  nDCG@10 of ten hits is the
       same to the fourth digit from 150 on, and .0001 less with 100; on a small site
       more are looked at, so that most totals are exact. */
    FINDER_CANDIDATES = 128,
    FINDER_CANDIDATES_SMALL = 300,
    FINDER_SMALL = 20000, /* passages of a small site */
    FINDER_HITS = 10,     /* that the candidates are to make, where there are so many */
    FINDER_SAID = 256,    /* texts that are told apart while candidates are fetched */
    FINDER_BATCHES = 8    /* results of the index that are kept while candidates are */
};

/* One search under way. */
struct finder {
    struct engine *engine;
    struct arena *arena; /* of the search */
    palpate_answer *answer;
    struct question question;
    bool lacks_article; /* that others are to be like */

    struct engine_result results[FINDER_BATCHES];
    uint32_t result_count;
    struct candidate *candidates; /* best first after finder_run() */
    size_t candidate_count;
    uint64_t said[FINDER_SAID]; /* signatures of the first candidates, each once */
    uint32_t said_count;
    size_t repeated_count; /* candidates that have one of them again */
    size_t candidate_room;
    uint32_t fetched;  /* passages looked at */
    bool is_exhausted; /* there are no passages beyond those looked at */
    bool is_partial;   /* the deadline came first */
    bool is_bounded;   /* so many passages have the words that the page is not full */
};

/* Fetches candidates and ranks them: the same ones for every page, so that a page goes
   on where the one before it ended. */
palpate_status finder_run(struct finder *finder, palpate_error *err);

/* Whether there are any candidates to be had.  Fetches none where the index can tell.
 */
palpate_status finder_has_any(bool *has, struct finder *finder, palpate_error *err);

/* Makes a candidate of a hit with its record. */
palpate_status finder_read(struct candidate *candidate, const struct finder *finder,
        const struct engine_hit *hit, palpate_error *err);

/* Reads the header of a candidate's article. */
palpate_status finder_article(struct article_record *article,
        const struct finder *finder, const struct candidate *candidate,
        palpate_error *err);

/* Finds the query's words in a candidate that has its record. */
palpate_status finder_match(struct candidate *candidate, const struct finder *finder,
        struct matcher *matcher, palpate_error *err);

/* Groups them and fills the answer's hits and totals. */
palpate_status finder_answer(struct finder *finder, palpate_error *err);

/* Forgets what was found, without freeing it: for a copy that starts anew. */
void finder_restart(struct finder *finder);

/* Frees what finder_run() fetched. */
void finder_close(struct finder *finder);

#endif
