/* A language -> what the search page says in it. */
#ifndef SERVER_WORDING_H
#define SERVER_WORDING_H

#include <palpate/view.h>

/* All that the page says: SAY_AGAIN is the row `again` of words/LANGUAGE/page.txt. */
enum phrase {
#define WORD(name, text) SAY_##name,
#include "words/en/page.inc"
#undef WORD
    PHRASE_COUNT
};

struct wording;

/* The wording of a language by its code ("de", also "de-CH"); NULL where there is none.
 */
const struct wording *wording_find(palpate_view language);

/* The first of a list of codes, split by commas, that has a wording; English where none
   has. */
const struct wording *wording_prefer(palpate_view languages);

/* The wordings one after another, NULL after the last. */
const struct wording *wording_at(size_t place);

/* "en" */
palpate_view wording_code(const struct wording *wording);

/* Piece `number` of a phrase: phrases fall apart at {}, so that the first is what is
   said before the first {}, and the one after the last {} may be empty.  NULL and 0
   where there is no such piece. */
palpate_view wording_piece(
        const struct wording *wording, enum phrase phrase, unsigned number);

/* The phrase of a name, as "way-names"; PHRASE_COUNT where no phrase has it. */
enum phrase wording_phrase(palpate_view name);

/* What passages of a kind are called ("red-flags": "Warning signs"); empty where that
   is no kind. */
palpate_view wording_kind(const struct wording *wording, palpate_view kind);

#endif
