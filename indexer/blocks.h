/* The article's nodes -> blocks of plain text, each with the headings above it. */
#ifndef INDEXER_BLOCKS_H
#define INDEXER_BLOCKS_H

#include <palpate/status.h>
#include <palpate/view.h>

#include "core/arena.h"
#include "indexer/content.h"
#include "indexer/tree.h"

enum block_kind {
    BLOCK_TEXT,
    BLOCK_HEADING,
    BLOCK_ITEM, /* of a list */
    BLOCK_CELL  /* of a table: cells of a row are one block */
};

struct block {
    enum block_kind kind;
    uint8_t level;       /* of a heading: 1 to 6 */
    palpate_view text;   /* white space collapsed */
    palpate_view anchor; /* id of a heading or of what stands in it */
};

struct blocks {
    struct block *items;
    uint32_t count;
};

/* Cuts the article, and for `all` the whole page as a browser shows it, into blocks.
   PALPATE_NO_MEMORY. */
palpate_status blocks_cut(struct blocks *blocks, struct arena *arena,
        const struct tree *tree, const struct content *content, palpate_error *err);
palpate_status blocks_cut_page(struct blocks *blocks, struct arena *arena,
        const struct tree *tree, palpate_error *err);

#endif
