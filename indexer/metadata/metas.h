/* The <meta> elements of a page -> what they state of the article. */
#ifndef INDEXER_METAS_H
#define INDEXER_METAS_H

#include "indexer/html/tree.h"
#include "indexer/metadata/statements.h"

/* Takes what one <meta> states, of OpenGraph, Dublin Core, Highwire Press and other
   vocabularies of names.  `label` is what a twitter:label before it said, and is
   changed by one; it starts empty. */
void metas_take(
        struct statements *statements, const struct node *meta, palpate_view *label);

#endif
