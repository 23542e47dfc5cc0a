/* Traits of a region -> how well it goes with the article of a page.  Boosted trees
   whose levels ask one question each, as those of indexer/content/forest.h; fitted so
   that the softmax of a page's regions is the chance of each to be the article. */
#ifndef INDEXER_REGION_FOREST_H
#define INDEXER_REGION_FOREST_H

#include <stdint.h>

#include "indexer/content/region.h"

enum {
    REGION_FOREST_TREES = 150,
    REGION_FOREST_DEPTH = 5,
    REGION_FOREST_LEAVES = 1 << REGION_FOREST_DEPTH,
    REGION_FOREST_SCALE = 100
};

/* What it weighs that a region lists other pages, or holds other articles than the one
   of the title.  Set by hand: the pages that the trees are fitted to have few short
   articles beside long lists.  On a page that has nothing else it changes nothing, as
   all regions have it. */
enum { REGION_FOREST_WALL = -200 };
/* What it weighs that a region is one of several sections of a text. */
enum { REGION_FOREST_SECTION = -200 };

struct region_tree {
    struct {
        int16_t trait; /* enum region_trait */
        int16_t above;
    } asks[REGION_FOREST_DEPTH];
    int16_t leaves[REGION_FOREST_LEAVES]; /* hundredths of a logarithm of odds */
};

extern const struct region_tree REGION_FOREST[REGION_FOREST_TREES];

#endif
