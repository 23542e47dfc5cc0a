/* A landscape and what its page says of its article -> sums that regions are read from.
 */
#ifndef INDEXER_REGION_PAGE_H
#define INDEXER_REGION_PAGE_H

#include <stdbool.h>
#include <stdint.h>

#include "core/arena.h"
#include "indexer/content/landscape.h"
#include "indexer/content/region.h"

/* What stands before a block. */
struct region_sums {
    uint32_t words;
    uint32_t prose; /* words of it */
    uint32_t text;  /* bytes */
    uint32_t links; /* bytes */
    uint32_t blocks;
    uint32_t prose_blocks;
    uint32_t long_blocks; /* of them, those of many words */
    uint32_t headings;
    uint32_t linked; /* headings that are links */
    uint32_t ellipses;
    uint32_t dates;
    uint32_t notices;
    uint32_t named; /* words of prose in what is named as no article */
};

/* Bit by bit, what an element is by its tag and attributes. */
enum region_mark {
    MARK_ARTICLE = 1,
    MARK_MAIN = 2,
    MARK_BODY = 4, /* itemprop articleBody */
    MARK_ASIDE = 8,
    MARK_BOILERPLATE = 16, /* header, footer, nav */
    MARK_HIDDEN = 32
};

struct region_page {
    const struct landscape *land;
    const struct region_hints *hints;
    struct region_sums *sums; /* of each block, and of the end of the page */
    uint8_t *marks;           /* of each node: enum region_mark of it */
    bool *is_other;           /* of each node: it or what is around it is named as no
                                 article */
    uint32_t *largest;        /* of each node: blocks of the child with the most */
    /* Blocks, or the count of blocks where there is none: */
    uint32_t title;     /* the heading that says the title */
    uint32_t h1;        /* the first heading of level 1 */
    uint32_t described; /* in which the description begins */
    uint32_t told;      /* in which the text of the JSON-LD begins */
};

/* Lives in `arena`; false where memory is out. */
bool region_page_read(struct region_page *out, struct arena *arena,
        const struct landscape *land, const struct region_hints *hints);

/* Whether the node is named as a part of a page that is no article. */
bool region_page_is_other(const struct region_page *page, uint32_t node);

/* The beginning of what the page says of its article, by which it is looked for; empty
   for a text too short. */
palpate_view region_page_beginning(palpate_view text);

#endif
