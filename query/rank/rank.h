/* What a passage holds of the query -> its score, a sum of named parts. */
#ifndef QUERY_RANK_H
#define QUERY_RANK_H

#include <palpate/search.h>

#include "core/record.h"
#include "query/expand/question.h"
#include "query/rank/verify.h"

enum rank_part {
    RANK_WORDS,       /* idf × impact of each word */
    RANK_OTHER_NAMES, /* what other names of a thing earn beyond the words for it */
    RANK_PROXIMITY,   /* words of the query side by side, or near one another */
    RANK_COVERAGE,    /* how much of the query is there at all */
    RANK_HEADING,     /* how much of it the nearest heading names */
    RANK_TITLE,       /* how much of it the article's title names */
    RANK_KIND,        /* it is of the kind that the question asks for */
    RANK_AMOUNT,      /* it gives an amount that the question asks for */
    RANK_LEAD,        /* the article's first passage says what the article is about */
    RANK_ARTICLE,     /* what the passages of its article hold together */
    RANK_LIKENESS,    /* what it has in common with the best of those that have the
                         words: a share of the rest */
    RANK_RELATED,     /* what a passage without any word of the query has in common with
                         the best that have some */
    RANK_BOOST,   /* what the curation gives or takes for its address: a share of the
                     rest */
    RANK_RECENCY, /* and what it gives for the date: likewise */
    RANK_PARTS
};

struct rank_score {
    double total; /* the sum of the parts */
    double part[RANK_PARTS];
};

/* The name of a part; static storage. */
const char *rank_part_name(enum rank_part part);

/* A query as it is scored. */
struct rank_query {
    const struct query_terms *terms; /* with their idf */
    const struct query_expansions *expansions;
    uint32_t kinds;         /* asked for: query/language/intent.h */
    palpate_view counted;   /* by "how many": query/language/amounts.h */
    uint32_t amounts;       /* asked for: query/language/amounts.h */
    bool asks_if_safe;      /* query/language/safety.h */
    uint32_t without_parts; /* bit i leaves part i out */
};

struct rank_query rank_query_of(const struct question *question);

/* Scores a passage.  Another name of a thing scores as the user's own words would that
   stood where it stands, times its weight: so the user's words rank above it. */
struct rank_score rank_passage(const struct rank_query *query,
        const struct passage_record *record, const struct passage_matches *matches);

/* Adds a part that is known only when passages are seen side by side: `earned` times
   what the part is worth. */
void rank_add(struct rank_score *score, const struct rank_query *query,
        enum rank_part part, double earned);

#endif
