/* A word in capitals -> whether it is a name that is spelled as a common word. */
#ifndef CORE_CAPITALS_H
#define CORE_CAPITALS_H

#include <palpate/view.h>
#include <stdbool.h>
#include <stddef.h>

#include "core/term.h"
#include "core/token.h"

#ifdef __cplusplus
extern "C" {
#endif

enum {
    MAX_CAPITALS = 6 /* letters of a name: longer words in capitals are shouted */
};

/* The bytes of `word` that are in capitals, if it is "WHO" or "WHO's": from 2 to
   MAX_CAPITALS letters of ASCII; else 0. */
size_t capitals_size(palpate_view word);

/* Whether a word that capitals_size() accepts stands in capitals among words in small
   letters: of those around it in its block, more are not in capitals than are.  A word
   alone in its block does; in "WHO IS AT RISK?" none does. */
bool capitals_stand_out(palpate_view text, const struct token *token);

/* Whether the folded form of such a word is a common word, too: WHO, IT, MET. */
bool capitals_are_ambiguous(struct analyzer *analyzer, palpate_view folded);

#ifdef __cplusplus
}
#endif
#endif
