/* A tree -> which of its nodes are the article. */
#ifndef INDEXER_CONTENT_H
#define INDEXER_CONTENT_H

#include <palpate/status.h>

#include "core/arena.h"
#include "indexer/tree.h"

/* What a node is to the article. */
enum content_verdict {
    CONTENT_KEPT,
    CONTENT_DROPPED, /* menus, boxes, scripts, … */
    CONTENT_COMMENT  /* of a reader */
};

struct content {
    uint32_t root;    /* the element that holds the article */
    uint8_t *verdict; /* of each node, enum content_verdict; a dropped node's
                         descendants are dropped too */
};

/* Finds the article.  Lives in `arena`; PALPATE_NO_MEMORY. */
palpate_status content_find(struct content *content, struct arena *arena,
        const struct tree *tree, palpate_error *err);

#endif
