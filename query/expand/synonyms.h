/* A syntax tree and the thesaurus of the index -> the tree with other names for what
   the user named. */
#ifndef QUERY_SYNONYMS_H
#define QUERY_SYNONYMS_H

#include <palpate/status.h>

#include "query/expand/expansion.h"
#include "query/language/syntax.h"

/* Adds to `tree`, beside the longest runs of words and the phrases that name a concept,
   its other names as phrases.  Words that must be there become: they or another name.
   What is forbidden, in a field, or ambiguous without company is left alone: a short
   form stands for what some passage has together with another word of the query. */
palpate_status synonyms_add(struct query_expansions *out, struct query_tree *tree,
        const struct synonyms_request *request, palpate_error *err);

#endif
