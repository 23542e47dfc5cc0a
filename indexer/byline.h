/* A tree -> who the page shows as its author. */
#ifndef INDEXER_BYLINE_H
#define INDEXER_BYLINE_H

#include <palpate/view.h>
#include <stdbool.h>

#include "indexer/tree.h"

/* The first of the best kind of mark on the page: microdata, rel=author, an attribute
   that names the poster, a link to an author's page, a class, "By …" in the text. Empty
   where there is none.  A part of the tree. */
palpate_view byline_read(const struct tree *tree);

/* The name in a byline, without "By", roles and dates; empty where it holds none: an
   address, a label, a sentence.  A part of `text`. */
palpate_view byline_name(palpate_view text);

#endif
