/* Words of a question and of the index -> whether they are of one language. */
#ifndef QUERY_SPELL_LANGUAGE_H
#define QUERY_SPELL_LANGUAGE_H

#include <palpate/status.h>
#include <palpate/view.h>
#include <stdbool.h>

#include "core/token.h"
#include "query/index/engine.h"

/* Whether a term is one of another language than the question. */
palpate_status spell_language_is_other(
        bool *is_other, struct engine *engine, palpate_view term, palpate_error *err);

/* Whether a folded word of the question stands in articles of other languages alone. */
palpate_status spell_language_is_elsewhere(bool *is_elsewhere, struct engine *engine,
        palpate_view folded, palpate_error *err);

/* Writes a word as a text has it, in small letters with its umlauts, and returns its
   size; as it is folded where the two differ by more, as for an elided article. */
size_t spell_language_write(
        char out[WORD_SIZE], palpate_view folded, palpate_view typed);

#endif
