/* What is thought of each block alone -> what its neighbours make of it. */
#ifndef INDEXER_CONTEXT_H
#define INDEXER_CONTEXT_H

#include <palpate/status.h>
#include <stdint.h>

#include "core/arena.h"
#include "indexer/landscape.h"

/* A sum of scores, each as often as its block has words and once more. */
struct tally {
    float sum;
    float weight;
};

struct context {
    const struct landscape *land;
    const float *own;     /* scores by what is seen of each block alone */
    struct tally *groups; /* of each node: the blocks whose group it is */
    struct tally *branches;
    struct tally *before; /* of each block: all blocks before it */
    unsigned page;        /* how much of the page is prose, 0 to 3 */
    unsigned size;        /* how much text the article may have, 0 to 3 */
};

/* Reads `own`, which is kept.  Lives in `arena`; PALPATE_NO_MEMORY. */
palpate_status context_read(struct context *out, struct arena *arena,
        const struct landscape *land, const float *own, palpate_error *err);

/* What the surroundings of `block` add to its score. */
float context_weigh(const struct context *context, uint32_t block);

#endif
