/* Ranked candidates -> articles, the best passage of each first, without what better
   ones say already. */
#ifndef QUERY_GROUPING_H
#define QUERY_GROUPING_H

#include <palpate/status.h>

#include "query/rank/candidates.h"

enum {
    GROUPING_MORE = 3,      /* other passages of an article that are shown */
    GROUPING_COMPARED = 256 /* better passages that one is compared with */
};

/* An article among the candidates. */
struct group {
    uint64_t
            article; /* told by its first passage; ungrouped by the candidate's place */
    uint32_t place[GROUPING_MORE + 1]; /* of its best candidates, the best first */
    uint32_t count;
};

struct groups {
    struct group *items; /* in the order of their best candidates */
    uint32_t count;
    uint32_t shown[GROUPING_COMPARED];      /* candidates that stand in a group */
    uint64_t signatures[GROUPING_COMPARED]; /* of their texts */
    uint32_t shown_count;
};

/* Makes groups of all candidates, which must be ranked: of articles, or where they are
   not grouped `by_article`, of each candidate one.  Counts in a candidate what it
   stands for.  Lives in the candidates' arena; PALPATE_NO_MEMORY. */
palpate_status grouping_make(struct groups *groups, struct candidates *candidates,
        bool by_article, palpate_error *err);

/* Puts a passage that says something before one that only names another page, which has
   the words of the query because they are that page's title, and before a warning that
   nobody asks for where it is nearly as good.  For whoever shows the
   group: to read all candidates takes its time. */
void grouping_lead(struct group *group, const struct candidates *candidates,
        bool asks_for_warnings);

/* Finds the candidate of a group that says all that `candidate` says; NULL for none. */
palpate_status grouping_find_said(struct candidate **better,
        const struct groups *groups, struct candidates *candidates,
        struct candidate *candidate, palpate_error *err);

#endif
