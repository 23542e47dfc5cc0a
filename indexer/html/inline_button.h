/* Buttons that are words of a sentence. */
#ifndef INDEXER_INLINE_BUTTON_H
#define INDEXER_INLINE_BUTTON_H

#include <stdbool.h>
#include <stdint.h>

#include "indexer/html/tree.h"

/* Whether an element is a button amid a sentence, of which words stand right before and
   after it: a word that explains itself, and no box. */
bool inline_button_is(const struct tree *tree, uint32_t element);

#endif
