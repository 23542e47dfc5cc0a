/* What lies after the candidates -> all other articles that match, in the order of the
   index.  However deep a page is, the candidates stay the same, so that pages go on
   where others end, and nothing is on two of them or on none. */
#ifndef QUERY_TAIL_H
#define QUERY_TAIL_H

#include <palpate/status.h>

#include "query/answer/facets.h"
#include "query/answer/grouping.h"
#include "query/rank/article_map.h"
#include "query/rank/candidates.h"

/* TAIL_COUNTED passages are walked over to count what was found also on a small site of
   long articles, where most are of articles that are counted already and need not be
   read, as long as no more than these are of others. */
enum { TAIL_NEWS = 256 };

/* A hit of the page that is asked for, the best passage of its article first. */
struct tail_article {
    const struct candidate *passages[GROUPING_MORE + 1];
    uint32_t count;
};

struct tail {
    struct candidates *candidates;
    struct engine *engine;
    const struct question *question;
    const struct groups *groups; /* of the candidates */
    struct facets *facets;       /* or NULL */
    struct matcher matcher;
    struct article_map firsts; /* of listed articles, by their first passages, */
    struct article_map keys;   /* and by their keys, where facets need not see all */
    bool hides;                /* whether some pages are hidden */
    uint32_t count;            /* articles that are listed, those of the groups too */
    uint32_t read;             /* records */
    uint32_t news;             /* of them, those of articles that were not listed */
    struct tail_article *page; /* what of the tail is on the page */
    uint32_t page_count;
    size_t page_room;
};

/* Walks on from the candidates until the page is full and enough was counted.  Where
   there is nothing beyond them it only counts the groups.  What was looked at is
   counted in the candidates.  `facets` has the candidates already, or is NULL. */
palpate_status tail_walk(struct tail *tail, struct candidates *candidates,
        struct engine *engine, const struct question *question,
        const struct groups *groups, struct facets *facets, palpate_error *err);

#endif
