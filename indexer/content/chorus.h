/* Pages of a site -> the blocks that many of them share: its promotions, teasers and
   notices, which no look at a single page tells from its article. */
#ifndef INDEXER_CHORUS_H
#define INDEXER_CHORUS_H

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
    CHORUS_PAGES = 4,
    /* … and on a smaller share of them (percent) it may be an article's own. */
    CHORUS_SHARE = 2,
    CHORUS_WORDS = 5,   /* shorter blocks are labels, which articles share, too */
    CHORUS_MOST = 50000 /* blocks that are remembered */
};

/* The hashes of such blocks, sorted.  Zero-initialised: none are known. */
struct chorus {
    struct arena arena;
    uint64_t *hashes;
    uint32_t count;
};

/* What is learnt, page by page. */
struct chorus_learner {
    struct arena arena;
    struct chorus_seen *seen;
    uint32_t count;
    size_t room;
    struct table table; /* hashes -> what was seen */
    uint32_t pages;
    bool failed;
};

/* What a page says, as numbers. */
struct chorus_voice {
    uint64_t prose;   /* what it says at length, or 0 */
    uint64_t *hashes; /* of the blocks that others may share */
    uint32_t count;
};

/* Hears what a page says; `host` is empty where its address is not known.  False when
   memory is out. */
bool chorus_hear(struct chorus_voice *out, struct arena *arena, palpate_view host,
        const struct blocks *blocks);

/* Listens to a page's voice. */
void chorus_listen(struct chorus_learner *learner, const struct chorus_voice *voice);

/* What was learnt; frees the learner.  PALPATE_NO_MEMORY. */
palpate_status chorus_learn(
        struct chorus *out, struct chorus_learner *learner, palpate_error *err);

/* Whether a block's text is one of the site at `host`.  NULL knows none. */
bool chorus_has(const struct chorus *chorus, palpate_view host, palpate_view text);

/* Writes all hashes, and reads them back: false when memory is out. */
void chorus_write(struct buffer *out, const struct chorus *chorus);
bool chorus_read(struct chorus *out, palpate_view bytes);

void chorus_free(struct chorus *chorus);

#endif
