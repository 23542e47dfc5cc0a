/* The words of a question -> the kinds of passages that answer it. */
#ifndef QUERY_INTENT_H
#define QUERY_INTENT_H

#include <palpate/status.h>
#include <palpate/view.h>
#include <stdint.h>

#include "core/kind.h"
#include "query/language/syntax.h"

/* What questions ask for and no passage of an index is marked as: its heading says it.
 */
enum asked_aspect {
    KIND_PREVENTION = KIND_COUNT,
    KIND_COMPLICATIONS,
    KIND_INHERITANCE,
    KIND_FREQUENCY
};

/* In the words of a language, NULL for English, bit by bit, 1 << enum passage_kind or
   asked_aspect: "how long does it last" asks for recovery, "is it safe" for
   contraindications.  0 where the words ask for nothing in particular; what is
   forbidden and what the thesaurus added is not read.  PALPATE_NO_MEMORY. */
palpate_status intent_kinds(uint32_t *out, const struct query_tree *tree,
        const struct stemming *language, palpate_error *err);

/* The kinds that a folded word asks for by itself: "exercises". */
uint32_t intent_of_word(palpate_view folded, const struct stemming *language);

/* The aspects among `kinds` that a heading says. */
uint32_t intent_of_heading(palpate_view heading, uint32_t kinds);

#endif
