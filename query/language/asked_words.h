/* A query that was read -> the words that it asks with, as a text. */
#ifndef QUERY_ASKED_WORDS_H
#define QUERY_ASKED_WORDS_H

#include "core/buffer.h"
#include "query/language/syntax.h"

/* Appends the folded words in the order of the query, a space before each and after the
   last one.  What is forbidden and what the thesaurus added is left out. */
void asked_words_append(struct buffer *out, const struct query_tree *tree);

#endif
