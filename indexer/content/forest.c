#include "indexer/content/forest.h"

float forest_weigh(const struct traits *traits)
{
    int32_t sum = 0;

    for (unsigned i = 0; i < FOREST_TREES; i++) {
        const struct forest_tree *tree = &FOREST[i];
        unsigned leaf = 0;
        for (unsigned k = 0; k < FOREST_DEPTH; k++)
            leaf = leaf << 1 | (traits->of[tree->asks[k].trait] > tree->asks[k].above);
        sum += tree->leaves[leaf];
    }
    return (float)sum / FOREST_SCALE;
}
