/* A word or two -> the words that are made of the same one. */
#ifndef QUERY_WORD_FAMILIES_H
#define QUERY_WORD_FAMILIES_H

#include "core/term.h"
#include "core/thesaurus.h"
#include "query/language/syntax.h"

enum { MAX_FAMILY_WORDS = 4 };

struct word_family {
    palpate_view items[MAX_FAMILY_WORDS]; /* static storage */
    uint32_t count;
    enum thesaurus_relation relation;
};

/* Lists the other members of the family that the words belong to, those that the
   stemmer does not lead to the same term anyway; none for most words. */
void word_families_find(struct word_family *out, struct analyzer *analyzer,
        const struct query_word *words, uint32_t count);

/* The members of the `place`-th family, with '|' between them, from 0; NULL after the
   last one. */
const char *word_family_at(size_t place);

#endif
