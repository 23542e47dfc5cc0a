/* Words -> the other ways to write them, which no thesaurus has to know. */
#ifndef QUERY_WORD_VARIANTS_H
#define QUERY_WORD_VARIANTS_H

#include "core/term.h"
#include "core/thesaurus.h"
#include "query/language/syntax.h"

enum {
    MAX_VARIANTS = 16,
    VARIANT_SIZE = WORD_SIZE + 8 /* bytes: a word cut in two, or a few short ones */
};

struct word_variant {
    char text[VARIANT_SIZE]; /* words with a space between them */
    size_t size;
    enum thesaurus_relation relation;
};

struct word_variants {
    struct word_variant items[MAX_VARIANTS];
    uint32_t count;
};

/* Lists the variants of a run of words: its words joined ("x ray" as "xray"), a word
   cut in two ("followup"), levels of the spine ("c5 6" and "c5 c6"), other words of its
   family ("spine" and "spinal").  Whether the index has them is for the caller to ask.
 */
void word_variants_find(struct word_variants *out, struct analyzer *analyzer,
        const struct query_word *words, uint32_t count);

#endif
