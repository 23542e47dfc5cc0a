/* A title or heading -> whether it is what the query names. */
#ifndef QUERY_NAMING_H
#define QUERY_NAMING_H

#include "core/record.h"
#include "query/expand/expansion.h"
#include "query/expand/terms.h"
#include "query/rank/verify.h"

/* The words of a query and their other names. */
struct naming {
    const struct query_terms *terms;
    const struct query_expansions *expansions;
    uint32_t kinds; /* words that ask for one of these name nothing; 0 for no kind */
};

/* The idf of the words that name something where the title says those and nothing else,
   in whatever order; stop words and words that ask do not count on either side.  Of a
   title like "Neck pain: causes and treatment" or "Wry neck (acute torticollis)" each
   part is looked at.  Where another name stands for some of the words it is its weight
   of that; else it is 0. */
double naming_by_title(const struct naming *query, const struct passage_record *record,
        const struct passage_matches *matches);

/* Whether the title, or a part of it, says nothing but words of the query that name
   something: "High blood pressure" for "does metformin cause high blood pressure",
   which no title of a paper does. */
bool naming_is_topic(const struct naming *query, const struct passage_record *record,
        const struct passage_matches *matches);

/* As naming_by_title(), for the nearest heading. */
double naming_by_heading(const struct naming *query,
        const struct passage_record *record, const struct passage_matches *matches);

/* What the nearest heading says of the question and the title does not, in units of
   idf, times the fourth power of how alike the two are: all words count, so that "How
   much does it cost?" is no "What does it do?", and what the title says the heading may
   leave out.  Less where the query is of names alone. */
double naming_by_question(const struct naming *query,
        const struct passage_record *record, const struct passage_matches *matches);

/* Whether the nearest heading is a question that names something which the query does
   not: "Is manipulation safe with osteoporosis?" answers nothing about running. */
bool naming_asks_else(
        const struct passage_record *record, const struct passage_matches *matches);

#endif
