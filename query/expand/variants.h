/* Words -> the other ways to write them, which no thesaurus has to know. */
#ifndef QUERY_VARIANTS_H
#define QUERY_VARIANTS_H

#include "core/term.h"
#include "core/thesaurus.h"
#include "query/language/syntax.h"

enum {
    VARIANTS_MOST = 8,
    VARIANT_SIZE = WORD_SIZE + 8 /* bytes: a word cut in two, or a few short ones */
};

struct variant {
    char text[VARIANT_SIZE]; /* words with a space between them */
    size_t size;
    enum thesaurus_relation relation;
};

struct variants {
    struct variant items[VARIANTS_MOST];
    uint32_t count;
};

/* Lists the variants of a run of words: its words joined ("x ray" as "xray"), a word
   cut in two ("followup"), levels of the spine ("c5 6" and "c5 c6"), other words of its
   family ("spine" and "spinal").  Whether the index has them is for the caller to ask.
 */
void variants_find(struct variants *out, struct analyzer *analyzer,
        const struct query_word *words, uint32_t count);

#endif
