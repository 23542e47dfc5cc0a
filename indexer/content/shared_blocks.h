/* Pages of a site -> the blocks that many of them share: its promotions, teasers and
   notices, which no look at a single page tells from its article. */
#ifndef INDEXER_SHARED_BLOCKS_H
#define INDEXER_SHARED_BLOCKS_H

#include <palpate/status.h>
#include <palpate/view.h>
#include <stdbool.h>
#include <stdint.h>

#include "core/arena.h"
#include "core/buffer.h"
#include "core/table.h"
#include "indexer/html/blocks.h"

enum {
    /* A block on fewer pages may be of copies of one page: for phones, for printers. */
    SHARED_PAGES = 4,
    /* … and on a smaller share of them (percent) it may be an article's own. */
    SHARED_PERCENT = 2,
    SHARED_WORDS = 5,         /* shorter blocks are labels, which articles share, too */
    MAX_SHARED_BLOCKS = 50000 /* blocks that are remembered */
};

/* The hashes of such blocks, sorted.  Zero-initialised: none are known. */
struct shared_blocks {
    struct arena arena;
    uint64_t *hashes;
    uint32_t count;
};

/* What is learned, page by page. */
struct shared_blocks_learner {
    struct arena arena;
    struct block_seen *seen;
    uint32_t count;
    size_t room;
    struct table table; /* hashes -> what was seen */
    uint32_t pages;
    bool failed;
};

/* The texts of a page as numbers. */
struct block_hashes {
    uint64_t prose;   /* of its long blocks together, or 0 */
    uint64_t *hashes; /* of the blocks that others may share */
    uint32_t count;
};

/* Hashes the blocks of a page; `host` is empty if its address is not known.  False when
   memory is out. */
bool shared_blocks_collect(struct block_hashes *out, struct arena *arena,
        palpate_view host, const struct blocks *blocks);

/* Counts the blocks of one page more. */
void shared_blocks_add(
        struct shared_blocks_learner *learner, const struct block_hashes *hashes);

/* The blocks that enough pages have; frees the learner.  PALPATE_NO_MEMORY. */
palpate_status shared_blocks_learn(struct shared_blocks *out,
        struct shared_blocks_learner *learner, palpate_error *err);

/* Whether a block's text is one of the site at `host`.  NULL knows none. */
bool shared_blocks_has(
        const struct shared_blocks *shared, palpate_view host, palpate_view text);

/* Writes all hashes, and reads them back: false when memory is out. */
void shared_blocks_write(struct buffer *out, const struct shared_blocks *shared);
bool shared_blocks_read(struct shared_blocks *out, palpate_view bytes);

void shared_blocks_free(struct shared_blocks *shared);

#endif
