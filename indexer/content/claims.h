/* A tree -> what the page says that it is, to those who share or list it. */
#ifndef INDEXER_CLAIMS_H
#define INDEXER_CLAIMS_H

#include <stdint.h>

#include "indexer/html/tree.h"

enum page_claim {
    CLAIM_ARTICLE = 1 << 0,
    CLAIM_PRODUCT = 1 << 1,
    CLAIM_FORUM = 1 << 2,
    CLAIMS_WEIGHED = CLAIM_ARTICLE | CLAIM_PRODUCT | CLAIM_FORUM, /* by the tables */
    /* A forum whose text is what readers post, one after another; not one of questions
       and answers, which readers comment on. */
    CLAIM_POSTS = 1 << 3
};

/* Bit by bit, enum page_claim: from JSON-LD, microdata and OpenGraph; of a forum also
   from its address and from the program that made it. */
uint32_t claims_read(const struct tree *tree);

#endif
