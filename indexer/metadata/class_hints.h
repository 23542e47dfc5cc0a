/* Elements that tell by their names what they hold -> who wrote the page, and when. */
#ifndef INDEXER_CLASS_HINTS_H
#define INDEXER_CLASS_HINTS_H

#include "indexer/html/tree.h"
#include "indexer/metadata/statements.h"

/* Takes what one element states: <a rel=author>, links to /author/, <time>, classes
   like "byline". */
void class_hints_take(
        struct statements *statements, const struct tree *tree, uint32_t element);

#endif
