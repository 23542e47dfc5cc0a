/* How many words a query has -> what that makes of the parts of a score. */
#ifndef QUERY_QUERY_LENGTH_H
#define QUERY_QUERY_LENGTH_H

#include "query/expand/terms.h"

/* How many words of the query are scored. */
uint32_t query_length_words(const struct query_terms *terms);

/* How much it says of a passage that it has the words of the query all, side by side,
   or what else the best passages say: the more words there are, the less, for of a
   question in ten words only three may matter.  1 for up to two words. */
double query_length_brevity(const struct query_terms *terms);

/* How far the query states something, from 0 to 1: a question, or up to three words,
   names one thing and is answered in one place, but the words of a description
   are spread over an article.  So are those of a claim, however few there are. */
double query_length_statement(const struct query_terms *terms);

/* How far a question is so long that its words may be spread over an article, from 0 to
   1; 0 for what is none. */
double query_length_long_question(const struct query_terms *terms);

/* How far the query may be a title: of long ones a title has a few words by chance, and
   of a statement, which names no one thing, soonest. */
double query_length_topicality(const struct query_terms *terms);

#endif
