/* A number of articles -> a site whose every passage is known, as large as a test wants
   it: with more that matches than a search takes for candidates. */
#ifndef TESTS_FIXTURE_SITE_H
#define TESTS_FIXTURE_SITE_H

#include <stddef.h>

#include "fixture_index.h"

enum {
    /* Passages of each article, all with the word "pain". */
    SITE_PASSAGES = 14,
    /* Articles of a site that a search takes for a large one (RETRIEVE_SMALL). */
    SITE_LARGE = 1500
};

/* Makes the passages of a site of `articles`, article by article; fails the test where
   memory is out.  The caller frees them with fixture_site_free().  Article i:
   - has "pain" in all passages and "diary" in its title;
   - says "steady plan" in passage 3, and "plan that is steady" where i is odd;
   - has the word "rare" in its last passage where i is a multiple of 7;
   - is of the year 2010 + i % 15, or of none where i is a multiple of 11. */
struct fixture_passage *fixture_site_make(size_t articles);
void fixture_site_free(struct fixture_passage *passages, size_t articles);

#endif
