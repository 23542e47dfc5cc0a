/* The last line of an article -> who signs it. */
#ifndef INDEXER_SIGNATURE_H
#define INDEXER_SIGNATURE_H

#include "indexer/html/tree.h"
#include "indexer/metadata/other_parts.h"
#include "indexer/metadata/statements.h"

/* Takes a name that is the whole last paragraph among several, from node `from` on,
   where nobody is named as the author otherwise. */
void signature_read(struct statements *statements, const struct tree *tree,
        const struct other_parts *others, uint32_t from);

#endif
