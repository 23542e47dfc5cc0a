/* Words of a question and of the index -> whether they are of one language. */
#ifndef QUERY_SPELL_LANGUAGE_H
#define QUERY_SPELL_LANGUAGE_H

#include <palpate/status.h>
#include <palpate/view.h>
#include <stdbool.h>

#include "query/index/engine.h"

/* Whether a term is one of another language than the question. */
palpate_status spell_language_is_other(
        bool *is_other, struct engine *engine, palpate_view term, palpate_error *err);

/* Whether a folded word of the question stands in articles of other languages alone. */
palpate_status spell_language_is_elsewhere(bool *is_elsewhere, struct engine *engine,
        palpate_view folded, palpate_error *err);

#endif
