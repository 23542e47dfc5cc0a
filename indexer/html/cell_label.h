/* Headers of columns that cells say again for narrow screens. */
#ifndef INDEXER_CELL_LABEL_H
#define INDEXER_CELL_LABEL_H

#include <stdbool.h>
#include <stdint.h>

#include "indexer/html/tree.h"

/* Whether all that an element at the start of a cell says is the header of its column:
   that which an attribute of the cell names ("data-label"), or that of the table where
   the element's class says that it is a label. */
bool cell_label_is(const struct tree *tree, uint32_t element);

#endif
