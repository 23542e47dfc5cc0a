/* Names that authors give to the parts of a page -> what parts they are. */
#ifndef INDEXER_VOCABULARY_H
#define INDEXER_VOCABULARY_H

#include <stdint.h>

#include "indexer/content/part_group.h"
#include "indexer/html/tree.h"

/* What the class, the id and the role of an element say.  An id counts only where its
   words name a part, as a class does: ids of headings are made from their text. */
uint32_t vocabulary_groups(const struct node *node);

#endif
