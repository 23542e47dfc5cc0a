/* Other ways to write a run of words, while they are collected. */
#ifndef QUERY_VARIANT_LIST_H
#define QUERY_VARIANT_LIST_H

#include <palpate/view.h>
#include <stdbool.h>
#include <stdint.h>

#include "core/thesaurus.h"
#include "core/token.h"

enum {
    MAX_VARIANTS = 16,
    VARIANT_SIZE = WORD_SIZE + 8 /* bytes: a word cut in two, or a few short ones */
};

struct word_variant {
    char text[VARIANT_SIZE]; /* words with a space between them */
    size_t size;
    enum thesaurus_relation relation;
    bool is_number; /* the words have a number, which is no misspelling */
};

struct word_variants {
    struct word_variant items[MAX_VARIANTS];
    uint32_t count;
};

/* Adds a variant of two parts, of which the second may be empty, while there is room.
 */
void variant_list_add(struct word_variants *out, enum thesaurus_relation relation,
        palpate_view first, const char *between, palpate_view second);

#endif
