/* A query that was read -> the words that it asks with, as a text. */
#ifndef QUERY_ASKED_WORDS_H
#define QUERY_ASKED_WORDS_H

#include "core/buffer.h"
#include "core/word_rows.h"
#include "query/language/syntax.h"

/* Appends the folded words in the order of the query, a space before each and after the
   last one.  What is forbidden and what the thesaurus added is left out. */
void asked_words_append(struct buffer *out, const struct query_tree *tree);

/* Words of a question, a space before each and after the last one, and what they ask
 * for. */
struct asked_for {
    palpate_view words;
    uint32_t bits;
};

/* All the bits of the rows whose words the query asks with.  PALPATE_NO_MEMORY. */
palpate_status asked_words_find_rows(uint32_t *out, const struct query_tree *tree,
        struct word_rows rows, palpate_error *err);

/* The same of rows of English alone. */
palpate_status asked_words_find(uint32_t *out, const struct query_tree *tree,
        const struct asked_for *rows, size_t count, palpate_error *err);

#endif
