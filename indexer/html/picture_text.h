/* Text that stands in the place of a picture: icons and portraits. */
#ifndef INDEXER_PICTURE_TEXT_H
#define INDEXER_PICTURE_TEXT_H

#include <stdbool.h>

#include "indexer/html/tree.h"

/* Whether a browser draws the text of an element as an icon of a font ("expand_more"),
   or it is a letter or two where somebody has no portrait. */
bool picture_text_is(const struct tree *tree, uint32_t element);

#endif
