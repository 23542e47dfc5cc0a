/* Elements that tell by their names what they hold -> who wrote the page, and when. */
#ifndef INDEXER_CLASS_HINTS_H
#define INDEXER_CLASS_HINTS_H

#include "indexer/html/tree.h"
#include "indexer/metadata/other_parts.h"
#include "indexer/metadata/statements.h"

/* Takes what elements state outside of the other parts of a page: <a rel=author>, links
   to /author/, <time>, classes such as "byline".  Those near the heading `title`
   (TREE_NONE: the start) come first. */
void class_hints_read(struct statements *statements, const struct tree *tree,
        const struct other_parts *others, uint32_t title);

#endif
