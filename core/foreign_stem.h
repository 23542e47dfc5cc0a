/* A folded word of a language other than English -> its stem. */
#ifndef CORE_FOREIGN_STEM_H
#define CORE_FOREIGN_STEM_H

#include <xapian-c/stem.h>

#include "core/stemming.h"
#include "core/token.h"

/* Writes the stem of a folded word without a mark of the language, and returns its size
   in bytes, at most WORD_SIZE.  `stemmer` is that of the language, or NULL. */
size_t foreign_stem(char out[WORD_SIZE], const struct stemming *language,
        xc_stemmer *stemmer, palpate_view folded);

#endif
