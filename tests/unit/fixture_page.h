/* A page's HTML -> its metadata, for tests. */
#ifndef TESTS_UNIT_FIXTURE_PAGE_H
#define TESTS_UNIT_FIXTURE_PAGE_H

#include "indexer/article.h"

/* Reads only the metadata of a page; valid until the next one.  Set up with
   page_set_up(), tear down with page_tear_down(). */
const struct article *page_metadata(const char *html, const char *url);

/* The same of a page whose address says nothing of its metadata. */
const struct article *page_of_clinic(const char *html);

/* A script of linked data. */
#define JSON_LD(json) "<script type='application/ld+json'>" json "</script>"

/* Fails the test where the texts differ. */
void page_assert(palpate_view is, const char *expected);

/* Likewise what a page_of_clinic() says. */
void page_assert_byline(const char *html, const char *expected);
void page_assert_published(const char *html, const char *expected);

int page_set_up(void **state);
int page_tear_down(void **state);

#endif
