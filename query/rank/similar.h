/* An article -> other articles about the same. */
#ifndef QUERY_SIMILAR_H
#define QUERY_SIMILAR_H

#include <palpate/status.h>

#include "query/rank/finder.h"

/* Finds what has the words that set the article at `finder->question.options->like`
   apart, under the query's filters, instead of finder_run().  Where the index has no
   such article nothing is found, and finder->lacks_article says so. */
palpate_status similar_run(struct finder *finder, palpate_error *err);

#endif
