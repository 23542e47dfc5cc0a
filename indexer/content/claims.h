/* A tree -> what the page says that it is, to those who share or list it. */
#ifndef INDEXER_CLAIMS_H
#define INDEXER_CLAIMS_H

#include <stdint.h>

#include "indexer/html/tree.h"

enum page_claim {
    CLAIM_ARTICLE = 1 << 0,
    CLAIM_PRODUCT = 1 << 1,
    CLAIM_FORUM = 1 << 2
};

/* Bit by bit, enum page_claim: from JSON-LD, microdata and OpenGraph. */
uint32_t claims_read(const struct tree *tree);

#endif
