/* A few passages -> the words that set them apart from the rest of the index. */
#ifndef QUERY_FEEDBACK_TERMS_H
#define QUERY_FEEDBACK_TERMS_H

#include <palpate/status.h>
#include <palpate/view.h>
#include <stdbool.h>
#include <stdint.h>

#include "core/arena.h"
#include "core/record.h"
#include "query/index/engine.h"
#include "query/index/significant_terms.h"

/* A passage, and how much it has to say. */
struct sample {
    const struct passage_record *record;
    double weight;                   /* above 0 */
    const struct stemming *language; /* that it is in; NULL for English */
    bool in_all_languages; /* its words are also looked for as each other language of
                              the index has them: names are alike in many */
};

/* Finds at most `most` terms that at least two passages of the index have, or one in
   another language.  This is the
   relevance model of Lavrenko and Croft (SIGIR 2001) with impacts in the place of
   probabilities.  Lives in `arena`.  PALPATE_NO_MEMORY, or a failure of the index. */
palpate_status feedback_terms_find(struct significant_terms *out, struct engine *engine,
        struct arena *arena, const struct sample *samples, uint32_t count,
        uint32_t most, palpate_error *err);

#endif
