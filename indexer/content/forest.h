/* Traits of a block -> what the second look adds to its score.  Boosted trees whose
   levels ask one question each: docs/experiments/extraction.md says how they were
   found. */
#ifndef INDEXER_FOREST_H
#define INDEXER_FOREST_H

#include <stdint.h>

#include "indexer/content/traits.h"

enum {
    FOREST_TREES = 150,
    FOREST_DEPTH = 5,
    FOREST_LEAVES = 1 << FOREST_DEPTH,
    FOREST_SCALE = 100
};

/* Each question asks whether a trait is larger than a number; the answers, the first
   one as the highest bit, are the number of the leaf. */
struct forest_tree {
    struct {
        int16_t trait; /* enum trait */
        int16_t above;
    } asks[FOREST_DEPTH];
    int16_t leaves[FOREST_LEAVES]; /* hundredths of a logarithm of odds */
};

extern const struct forest_tree FOREST[FOREST_TREES];

float forest_weigh(const struct traits *traits);

#endif
