/* Page bytes -> an article: its metadata, its text, its passages. */
#ifndef INDEXER_ARTICLE_READ_H
#define INDEXER_ARTICLE_READ_H

#include <palpate/status.h>
#include <palpate/view.h>

#include "core/arena.h"
#include "indexer/article.h"
#include "indexer/content/shared_blocks.h"

/* Reads `html` (any bytes) into `*article`; everything lives in `arena`.  Bytes that
   are no HTML are read as what text they hold.  Fails only with PALPATE_NO_MEMORY or,
   for pages beyond the bounds of size, PALPATE_BAD_INPUT.  Threads may call it at once
   with arenas of their own, after tree_library_init(). */
palpate_status article_read(struct article *article, struct arena *arena,
        palpate_view html, const struct page_origin *origin, palpate_error *err);

/* Reads a page only as far as to learn what it shares with others of its site; what it
   says lives in `arena`.  Fails as article_read() does. */
palpate_status article_block_hashes(struct block_hashes *out, struct arena *arena,
        palpate_view html, const struct page_origin *origin, palpate_error *err);

/* Both in one reading. */
palpate_status article_read_hashed(struct block_hashes *out, struct article *article,
        struct arena *arena, palpate_view html, const struct page_origin *origin,
        palpate_error *err);

#endif
