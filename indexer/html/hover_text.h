/* Text that stands in a sentence and shows only where a reader points at a word. */
#ifndef INDEXER_HOVER_TEXT_H
#define INDEXER_HOVER_TEXT_H

#include <stdbool.h>
#include <stdint.h>

#include "indexer/html/tree.h"

/* Whether an element is a tooltip: by its role, or by its class in an element of a like
   class. */
bool hover_text_is(const struct tree *tree, uint32_t element);

#endif
