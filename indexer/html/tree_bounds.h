/* The bytes of a page -> how many nodes its tree may have, and is likely to have. */
#ifndef INDEXER_TREE_BOUNDS_H
#define INDEXER_TREE_BOUNDS_H

#include <palpate/view.h>
#include <stddef.h>
#include <stdint.h>

enum {
    TREE_MAX_NODES =
            400 * 1000, /* what follows is one text, so that memory is bounded */
    TREE_ANY_NODES =
            32 * 1000,  /* any page may have that many, but more only as many as */
    TREE_NODE_SIZE = 34 /* these bytes of the page go into */
};

uint32_t tree_most_nodes(palpate_view html);

/* `most`: what tree_most_nodes() gives. */
size_t tree_likely_nodes(palpate_view html, uint32_t most);

#endif
