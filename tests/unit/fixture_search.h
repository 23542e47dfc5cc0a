/* A few passages -> answers to what a test asks of them. */
#ifndef TESTS_FIXTURE_SEARCH_H
#define TESTS_FIXTURE_SEARCH_H

#include <palpate/search.h>

#include "fixture_index.h"

/* What a test asks, and the answer to what it asked last. */
extern palpate_searcher *searcher;
extern palpate_answer *answer;

/* Makes an index of the passages and opens it; returns 0, as the setup of a group of
   tests does, or -1. */
int fixture_search_open(
        const struct fixture_passage *passages, size_t count, const char *thesaurus);

/* Where that index is. */
const char *fixture_search_path(void);

/* The teardown of the group: frees the answer and removes the index. */
int fixture_search_close(void **state);

/* Puts the answer into `answer`; fails the test where there is none.  `options` may be
   NULL. */
void ask_with(const char *query, const palpate_search_options *options);

/* Fails the test unless the first answer to the query is a page whose address has
   `slug`. */
void check_first_page(const char *query, const char *slug);

#endif
