/* An article -> other articles about the same. */
#ifndef QUERY_SIMILAR_ARTICLES_H
#define QUERY_SIMILAR_ARTICLES_H

#include <palpate/status.h>

#include "query/expand/question.h"
#include "query/index/engine.h"
#include "query/rank/candidates.h"

/* Finds what has the words that set the article at `question->options->like`
   apart, under the query's filters, instead of retrieve_candidates().  Where the index
   has no such article nothing is found, and candidates->lacks_article says so. */
palpate_status similar_articles_find(struct candidates *candidates,
        struct engine *engine, const struct question *question, palpate_error *err);

#endif
