/* A page's HTML -> the texts of its blocks, for tests of what is not read. */
#ifndef TESTS_UNIT_FIXTURE_BLOCKS_H
#define TESTS_UNIT_FIXTURE_BLOCKS_H

#include <stddef.h>

struct block_page {
    const char *html;
    const char *blocks; /* with '/' between them */
};

/* Fails the test where the blocks of a page are others.  Set up with blocks_set_up(),
   tear down with blocks_tear_down(). */
void blocks_assert(const struct block_page *pages, size_t count);

#define ASSERT_BLOCKS(pages) blocks_assert((pages), sizeof(pages) / sizeof *(pages))

int blocks_set_up(void **state);
int blocks_tear_down(void **state);

#endif
