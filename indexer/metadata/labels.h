/* A page -> what its site sorts it by. */
#ifndef INDEXER_LABELS_H
#define INDEXER_LABELS_H

#include "indexer/html/tree.h"
#include "indexer/metadata/statements.h"

/* Adds the labels of the page to those of the statements: what elements have in
   data-palpate-filter or data-pagefind-filter ("name" for their text,
   "name[attribute]", "name: value", or several with commas), and the keywords and
   sections that metas name. */
void labels_read(struct statements *statements, const struct tree *tree);

#endif
