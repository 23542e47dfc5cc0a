/* A sentence of the library or the server, in English -> the same in the language of
   the reader. */
#ifndef SERVER_SENTENCE_H
#define SERVER_SENTENCE_H

#include <stdbool.h>

#include "server/text.h"

/* Adds a note of an answer or the detail of a problem, escaped, in the language of the
   text; in English, if no phrase of the page says it. */
void sentence_say(struct text *text, palpate_view sentence);

/* Whether a phrase of the page says it: note-… or problem-… */
bool sentence_is_known(palpate_view sentence);

#endif
