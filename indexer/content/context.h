/* What is thought of each block alone -> what its neighbours are thought to be. */
#ifndef INDEXER_CONTEXT_H
#define INDEXER_CONTEXT_H

#include <palpate/status.h>
#include <stdbool.h>
#include <stdint.h>

#include "core/arena.h"
#include "indexer/content/landscape.h"

/* Sorts of blocks, as far as neighbours say different things of them. */
enum context_sort {
    SORT_HEADING,
    SORT_LINK, /* nearly all of it a link */
    SORT_CELL,
    SORT_ITEM,
    SORT_LONG_ITEM,
    SORT_TINY,
    SORT_SHORT,
    SORT_LINE,
    SORT_PROSE
};

/* A sum of scores, each as often as its block has words, plus one. */
struct tally {
    float sum;
    float weight;
};

/* What stands before a block. */
struct past {
    struct tally scores;
    float likely; /* words that may be the article's */
    uint32_t words;
    uint32_t prose;
    uint32_t heading; /* the last one, or the count of blocks */
};

struct context {
    const struct landscape *land;
    const float *own;     /* scores by what is seen of each block alone */
    struct tally *groups; /* of each node: the blocks whose group it is */
    struct tally *branches;
    struct tally *same_names; /* of each row of the landscape's table */
    struct past *past;        /* of each block, and of the end of the page */
    float likely_prose;       /* words that may be the article's, in blocks of prose */
    uint32_t sure_first; /* first and last block that are surely the article's, or the
                            count of blocks */
    uint32_t sure_last;
};

/* Reads `own`, which is kept.  Lives in `arena`; PALPATE_NO_MEMORY. */
palpate_status context_read(struct context *out, struct arena *arena,
        const struct landscape *land, const float *own, palpate_error *err);

enum context_sort context_sort(const struct landscape *land, uint32_t number);

/* The mean score of `tally`, which holds the block, without it; false where it is
   alone. */
bool context_mean(const struct context *context, const struct tally *tally,
        uint32_t block, float *mean);

/* The mean score of some blocks to each side; false where there are none. */
bool context_window(const struct context *context, uint32_t block, float *mean);

#endif
