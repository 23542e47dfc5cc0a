/* A tree and its blocks -> what lies around each block. */
#ifndef INDEXER_LANDSCAPE_H
#define INDEXER_LANDSCAPE_H

#include <palpate/status.h>
#include <stdbool.h>
#include <stdint.h>

#include "core/arena.h"
#include "indexer/content/region.h"
#include "indexer/content/wording.h"
#include "indexer/html/blocks.h"
#include "indexer/html/tree.h"

/* What stands in a node and below it. */
struct mass {
    uint32_t text;  /* bytes */
    uint32_t links; /* of them, in links */
    uint32_t words;
    uint32_t prose;  /* of them, in blocks that read as prose */
    uint32_t blocks; /* that begin here */
};

/* What a node is to the page. */
struct place {
    struct mass mass;
    uint32_t near;    /* groups (indexer/content/vocabulary.h) of itself and the boxes
                         around it */
    uint32_t outer;   /* groups of the wrappers around it, which hold the main part */
    uint32_t tags;    /* bit by bit, enum place_tag, of itself and all around it */
    uint32_t group;   /* the smallest element around it with several blocks */
    uint32_t branch;  /* the highest element around it that does not hold the main part;
                         the  node itself where it lies in the main part */
    uint32_t article; /* the innermost article element around it, or TREE_NONE */
    uint32_t main;    /* the main element around it, or TREE_NONE */
    uint32_t
            comments; /* the outermost part named as comments around it, or TREE_NONE */
    uint16_t distance; /* elements from the main part up to what it shares with the node
                        */
    uint16_t depth;    /* elements from the main part down to the node, 0 beside it */
};

enum place_tag {
    PLACE_QUOTE = 1 << 0,
    PLACE_FIGURE = 1 << 1,
    PLACE_TABLE = 1 << 2,
    PLACE_LIST = 1 << 3,
    PLACE_FORM = 1 << 4,
    PLACE_ADDRESS = 1 << 5,
    PLACE_DETAILS = 1 << 6,
    PLACE_NAV = 1 << 7,
    PLACE_ASIDE = 1 << 8,
    PLACE_HEADER = 1 << 9,
    PLACE_FOOTER = 1 << 10,
    PLACE_DIALOG = 1 << 11,
    PLACE_HIDDEN = 1 << 12,
    PLACE_PARAGRAPH = 1 << 13,
    PLACE_CODE = 1 << 14,
    PLACE_TERM = 1 << 15,
    PLACE_LABEL = 1 << 16,
    PLACE_BUTTON = 1 << 17,
    PLACE_NOSCRIPT = 1 << 18
};

/* What a node is to the disclosures of the page. */
enum unfolding_part {
    UNFOLDING_NONE,
    UNFOLDING_GROUP, /* it holds several and little else: an accordion, panels of tabs
                      */
    UNFOLDING_PART   /* it is a control or a panel */
};

/* The blocks of a page whose elements have the same names. */
struct same_names {
    uint64_t names;
    uint32_t blocks;
    uint32_t words;
    uint32_t prose;
    uint32_t text; /* bytes */
    uint32_t links;
};

#define SAME_NAMES_NONE UINT32_MAX /* ISO C has no enumerator of this size */

struct landscape {
    const struct tree *tree;
    const struct blocks *blocks;
    struct wording *wording; /* of each block */
    struct place *places;    /* of each node */
    uint32_t *names;         /* of each node: groups of it alone */
    uint8_t *unfolding;      /* of each node, enum unfolding_part */
    struct same_names
            *same_names; /* a small table: a page of more names leaves some out */
    uint32_t *names_row; /* of each block: its row in the table, or SAME_NAMES_NONE */
    uint32_t same_names_room;
    struct regions regions; /* that may be the article, compared as wholes */
    uint8_t *inside;    /* of each block: percent, the chance that the article's region
                           holds it */
    uint32_t main_part; /* the element of most prose in the likeliest region */
    uint32_t main_part_first; /* its first and last block of prose */
    uint32_t main_part_last;
    uint32_t articles; /* article elements of the page that hold prose */
    uint32_t claims;   /* bit by bit, enum page_claim */
    uint32_t h1; /* the first block that is a heading of level 1, or blocks->count */
};

/* Reads what each block and each node has: the wording, the names, the masses of the
   places, the claims; surroundings_read() does the rest.  Lives in `arena`;
   PALPATE_NO_MEMORY. */
palpate_status landscape_read(struct landscape *out, struct arena *arena,
        const struct tree *tree, const struct blocks *blocks, palpate_error *err);

/* Whether a block's words read as prose. */
bool landscape_is_prose(const struct landscape *land, uint32_t block);

/* The smallest element around `node` with at least twice the text of `node`. */
uint32_t landscape_section(const struct landscape *land, uint32_t node);

#endif
