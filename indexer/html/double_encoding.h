/* Text whose UTF-8 was read as windows-1252 and written as UTF-8 again -> the text. */
#ifndef INDEXER_DOUBLE_ENCODING_H
#define INDEXER_DOUBLE_ENCODING_H

#include <palpate/view.h>
#include <stdbool.h>

#include "core/buffer.h"

/* Appends `text`, which must be well-formed, with what was encoded twice decoded once:
   "itâ€™s cafÃ©" is "it’s café".  Looks at the whole text to tell "Å¡" of such a page
   from the same two signs of another.  Appends nothing and returns false where nothing
   was encoded twice. */
bool double_encoding_decode(struct buffer *out, palpate_view text);

/* Whether what starts at `place`, a character beyond ASCII, may have been encoded
   twice; where no place of a text may, none of it was. */
bool double_encoding_may_start(palpate_view text, size_t place);

#endif
