/* The words of a query that are in capitals -> those that are names. */
#ifndef QUERY_NAMES_H
#define QUERY_NAMES_H

#include "query/language/syntax.h"

/* Of a query that is all in capitals, no word is a name, unless it is the only one:
   such a query is shouted, and says nothing by its capitals. */
void names_settle(struct query_node *root);

#endif
