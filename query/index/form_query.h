/* A word and its forms in the languages of the index -> a query. */
#ifndef QUERY_FORM_QUERY_H
#define QUERY_FORM_QUERY_H

#include <stdint.h>
#include <xapian-c/xapian-c.h>

#include "query/expand/terms.h"
#include "query/language/syntax.h"

/* The wanted term of a number in any language of an index of so many passages, each as
   much worth as the others: a language of few articles makes no word rare.  NULL after
   a failure; lives in `pool`. */
const xc_query *form_query_make(xc_pool *pool, const struct query_terms *terms,
        uint32_t number, double passages, xc_error *reason);

/* Adds what a word is in other languages to `addends`, which have room. */
void form_query_add(
        xc_addend *addends, size_t *count, const struct wanted *wanted, double weight);

/* How many terms beside its own the words of a node have in other languages. */
uint32_t form_query_count(
        const struct query_terms *terms, const struct query_node *node);

#endif
