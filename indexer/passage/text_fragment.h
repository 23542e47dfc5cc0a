/* A passage and the page it stands on -> a text directive that finds it. */
#ifndef INDEXER_TEXT_FRAGMENT_H
#define INDEXER_TEXT_FRAGMENT_H

#include "core/arena.h"
#include "indexer/article.h"
#include "indexer/html/blocks.h"
#include "indexer/html/tree.h"

/* Fills the fragment of every passage: its first words, and where it runs on its last
   ones; where they stand on the page again, also the words before or after it;
   percent-encoded as the specification of text fragments says.  The directive matches
   exactly once on the page, at the passage's start; where none does, as for what is not
   shown, the fragment stays empty.  PALPATE_NO_MEMORY. */
palpate_status text_fragments_make(struct article *article, struct arena *arena,
        const struct tree *tree, const struct blocks *page, palpate_error *err);

#endif
