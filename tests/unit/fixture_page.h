/* A page's HTML -> its metadata, for tests. */
#ifndef TESTS_UNIT_FIXTURE_PAGE_H
#define TESTS_UNIT_FIXTURE_PAGE_H

#include "indexer/article.h"

/* Reads only the metadata of a page; valid until the next one.  Set up with
   page_set_up(), tear down with page_tear_down(). */
const struct article *page_metadata(const char *html, const char *url);

/* Fails the test where the texts differ. */
void page_assert(palpate_view is, const char *expected);

int page_set_up(void **state);
int page_tear_down(void **state);

#endif
