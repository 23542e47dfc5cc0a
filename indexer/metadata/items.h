/* Microdata and RDFa -> what they state of the article. */
#ifndef INDEXER_ITEMS_H
#define INDEXER_ITEMS_H

#include "indexer/html/tree.h"
#include "indexer/metadata/statements.h"

enum { ITEM_DEPTH = 16 };

/* The items that the element at hand is in. */
struct items {
    struct {
        uint32_t end;
        bool is_work; /* an article or a page, not a person, comment or product */
    } open[ITEM_DEPTH];
    size_t count;
};

/* Takes what an element states; elements come in the order of the page. */
void items_take(struct statements *statements, struct items *items,
        const struct tree *tree, uint32_t element);

#endif
