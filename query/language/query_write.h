/* A syntax tree -> the query language. */
#ifndef QUERY_QUERY_WRITE_H
#define QUERY_QUERY_WRITE_H

#include "core/buffer.h"
#include "query/language/syntax.h"

/* Appends the tree in the query language, with every grouping shown: how the query was
   read.  Reading that again gives the same tree. */
void query_write(struct buffer *out, const struct query_node *node);

#endif
