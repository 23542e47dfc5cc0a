/* A question or answer -> what is compared of it. */
#ifndef INDEXER_QUESTION_TEXT_H
#define INDEXER_QUESTION_TEXT_H

#include <palpate/view.h>

#include "core/arena.h"

/* Letters and digits in lower case; signs, spaces and dashes go.  Lives in `arena`;
   data is NULL when memory is out. */
palpate_view question_letters(struct arena *arena, palpate_view text);

/* Without the number or the "Q:" before a question. */
palpate_view question_without_number(palpate_view text);

/* Bytes of `text` that have the first `letters` bytes of its letters, and the signs
   that end the word there. */
size_t question_size(palpate_view text, size_t letters);

#endif
