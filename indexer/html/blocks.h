/* A tree -> the page's blocks of plain text: its articles, its menus and all. */
#ifndef INDEXER_BLOCKS_H
#define INDEXER_BLOCKS_H

#include <palpate/status.h>
#include <palpate/view.h>
#include <stdbool.h>
#include <stdint.h>

#include "core/arena.h"
#include "core/table.h"
#include "indexer/html/disclosures.h"
#include "indexer/html/tree.h"

enum block_kind {
    BLOCK_TEXT,
    BLOCK_HEADING,
    BLOCK_ITEM, /* of a list */
    BLOCK_CELL  /* of a table: cells of a row are one block */
};

struct block {
    enum block_kind kind;
    uint8_t level;     /* of a heading: 1 to 6 */
    bool is_ignored;   /* the page asks that this be left out of searches */
    bool is_declared;  /* it is the page's own: the data of the page say that it is of a
                          question or answer, or it says hours, prices or an address */
    bool is_twice;     /* another block of the page has the same text */
    palpate_view text; /* white space collapsed */
    palpate_view anchor; /* id of a heading or of what stands in it */
    uint32_t owner;      /* the innermost block element around it, or its row */
    uint32_t first;      /* its first text, a node */
    uint32_t links;      /* bytes of the text that stand in links */
    bool opens;          /* of a heading: it is the label of a disclosure */
    bool is_plain;       /* … and the page writes it as any other heading */
    bool heads_panels;   /* of a heading: what follows it are labels and panels alone */
    uint32_t place; /* the node where it is read: of a label apart from its panel the
                       first of the panel, else `first` */
    uint32_t end;   /* of a heading: the node where what it heads ends at the latest */
};

struct blocks {
    struct block *items;
    uint32_t count;
    struct disclosures disclosures;
};

/* Cuts the whole page, as a browser shows it with all its parts unfolded, into blocks.
   PALPATE_NO_MEMORY. */
palpate_status blocks_cut(struct blocks *blocks, struct arena *arena,
        const struct tree *tree, palpate_error *err);

/* The slot of a block with this text in a table of texts, or the free one where such a
   block goes. */
struct table_slot *blocks_slot(
        const struct blocks *blocks, const struct table *table, palpate_view text);

#endif
