/* Microdata and RDFa -> what they state of the article. */
#ifndef INDEXER_MICRODATA_H
#define INDEXER_MICRODATA_H

#include "indexer/html/tree.h"
#include "indexer/metadata/statements.h"

enum { MICRODATA_DEPTH = 16 };

/* The items that the element at hand is in. */
struct microdata {
    struct {
        uint32_t end;
        bool is_work; /* an article or a page, not a person, comment or product */
    } open[MICRODATA_DEPTH];
    size_t count;
};

/* Takes what an element states; elements come in the order of the page. */
void microdata_take(struct statements *statements, struct microdata *items,
        const struct tree *tree, uint32_t element);

#endif
