/* A passage and the page it stands on -> a text directive that finds it. */
#ifndef INDEXER_FRAGMENT_H
#define INDEXER_FRAGMENT_H

#include "core/arena.h"
#include "indexer/article.h"
#include "indexer/blocks.h"

/* Fills the fragment of every passage: its first words, and where it runs on its last
   ones, percent-encoded as the specification of text fragments says.  The first words
   stand exactly once on the page, inside one block; otherwise the fragment stays empty.
   `page` is the page as a browser shows it.  PALPATE_NO_MEMORY. */
palpate_status fragments_make(struct article *article, struct arena *arena,
        const struct blocks *page, palpate_error *err);

#endif
