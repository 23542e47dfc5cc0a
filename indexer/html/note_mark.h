/* Raised text -> whether it is the mark of a note. */
#ifndef INDEXER_NOTE_MARK_H
#define INDEXER_NOTE_MARK_H

#include <stdbool.h>

#include "indexer/html/tree.h"

/* Whether an element is a raised mark, or a link to a note: "bursitis<sup>6</sup>".  No
   marks are exponents ("m<sup>2</sup>", "10<sup>5</sup>"), charges, isotopes and the
   ends of ordinal numbers. */
bool note_mark_is(const struct tree *tree, uint32_t element);

/* Where raised digits that are characters of their own start after the letters of a
   word, "bursitis⁶"; the size of the word where none do.  "m²" is a unit. */
size_t note_mark_in_word(palpate_view word);

#endif
