/* A tree -> where it holds something else than its article. */
#ifndef INDEXER_OTHER_PARTS_H
#define INDEXER_OTHER_PARTS_H

#include <stdbool.h>
#include <stdint.h>

#include "indexer/html/tree.h"

enum { MAX_OTHER_PARTS = 128 };

/* Comments, lists of other pages, columns at the side: whoever is named there did not
   write the article, and no date there is of it. */
struct other_parts {
    struct {
        uint32_t start;
        uint32_t end; /* the node after its last */
    } items[MAX_OTHER_PARTS];
    uint32_t count;
};

/* The outermost such parts, by tag, class and id, in the order of the page.  What holds
   a heading of the first level, or half of the page, is none. */
void other_parts_find(struct other_parts *parts, const struct tree *tree);

bool other_parts_hold(const struct other_parts *parts, uint32_t node);

#endif
