/* A word and its forms in the languages of the index -> a query. */
#ifndef QUERY_FORM_QUERY_H
#define QUERY_FORM_QUERY_H

#include "query/index/index_query.h"

/* The wanted term of a number in any language of the index, each as much worth as the
   others: a language of few articles makes no word rare.  NULL after a failure. */
const xc_query *form_query_make(
        const struct index_query *stage, uint32_t number, xc_error *reason);

/* How many terms beside its own the words of a node have in other languages. */
uint32_t form_query_count(
        const struct index_query *stage, const struct query_node *node);

#endif
