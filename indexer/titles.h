/* What a page calls itself here and there -> the title of its article. */
#ifndef INDEXER_TITLES_H
#define INDEXER_TITLES_H

#include <stdint.h>

#include "indexer/statements.h"

enum { MAX_HEADINGS = 24 };

/* The first headings of levels 1 to 3. */
struct headings {
    struct {
        palpate_view text;
        uint32_t node;
        unsigned level;
    } items[MAX_HEADINGS];
    size_t count;
};

struct title {
    palpate_view text;
    uint32_t node; /* the heading that shows it, or TREE_NONE */
};

/* An h1 that says the same as what the page tells others (JSON-LD, OpenGraph, <title>)
   before its site's name; else the h1 that shares most words with that; else what it
   tells others, without the site's name.  `address` is the page's own URL, or empty. */
struct title title_choose(const struct statements *statements,
        const struct headings *headings, palpate_view address);

/* Whether two texts have the same letters, without case, spaces and punctuation. */
bool title_is_same(palpate_view a, palpate_view b);

#endif
