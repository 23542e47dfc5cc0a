/* Words of classes and ids, and the parts of a page that they name. */
#ifndef INDEXER_VOCABULARY_WORDS_H
#define INDEXER_VOCABULARY_WORDS_H

#include <stddef.h>

#include "indexer/content/part_group.h"

struct part_word {
    const char *word; /* lower case */
    enum vocabulary_group group;
};

/* Each table is sorted by its words.  A word is here because it stood on the same kind
   of part on many pages, on sites that have nothing to do with one another. */
extern const struct part_word PART_WORDS[];
extern const size_t PART_WORD_COUNT;
/* Pairs of neighbouring words, which say more than each of them. */
extern const struct part_word PART_PAIRS[];
extern const size_t PART_PAIR_COUNT;
/* Values of the attribute "role". */
extern const struct part_word PART_ROLES[];
extern const size_t PART_ROLE_COUNT;

#endif
