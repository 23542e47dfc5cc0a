/* Words -> the other ways to write them, which no thesaurus has to know. */
#ifndef QUERY_WORD_VARIANTS_H
#define QUERY_WORD_VARIANTS_H

#include "core/term.h"
#include "query/expand/variant_list.h"
#include "query/language/syntax.h"

/* Adds all ways to cut a word in two, while there is room. */
void word_variants_cut(struct word_variants *out, palpate_view word);

/* Lists the variants of a run of words: its words joined ("x ray" as "xray"), a word
   cut in two ("followup"), levels of the spine ("c5 6" and "c5 c6"), other words of its
   family ("spine" and "spinal"), numbers and units (query/expand/number_variants.h).
   `is_name` says that the run is known to name something.  Whether the index has them
   is for the caller to ask. */
void word_variants_find(struct word_variants *out, struct analyzer *analyzer,
        const struct query_word *words, uint32_t count, bool is_name);

#endif
