/* What a page calls itself here and there -> the title of its article. */
#ifndef INDEXER_TITLES_H
#define INDEXER_TITLES_H

#include <stdint.h>

#include "indexer/metadata/headings.h"
#include "indexer/metadata/statements.h"

struct title {
    palpate_view text;
    uint32_t node; /* the heading that shows it, or nearly so, or else the likeliest of
                      the first level; TREE_NONE where there is none */
};

/* The best of what headings, <title>, OpenGraph, JSON-LD and microdata say, or a part
   of it; what speaks for which: title_model.h.  `address` is the page's own URL, or
   empty.
   */
struct title title_choose(const struct statements *statements,
        const struct headings *headings, palpate_view address);

#endif
