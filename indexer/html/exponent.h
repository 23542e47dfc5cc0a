/* A raised number after another -> characters that are raised by themselves. */
#ifndef INDEXER_EXPONENT_H
#define INDEXER_EXPONENT_H

#include <stdbool.h>

#include "core/buffer.h"
#include "indexer/html/tree.h"

/* Appends text node `text` as "⁵" or "⁻³" to `line`, where it is an exponent of the
   number that the line ends with: "10<sup>5</sup>" is not 105.  False where it is none:
   then nothing is appended. */
bool exponent_append(struct buffer *line, const struct tree *tree, uint32_t text);

#endif
