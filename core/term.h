/* Words -> index terms: stems, and which words are too common to be indexed. */
#ifndef CORE_TERM_H
#define CORE_TERM_H

#include <palpate/status.h>
#include <palpate/view.h>
#include <stdbool.h>
#include <stdint.h>

#include "core/stemming.h"
#include "core/token.h"

#ifdef __cplusplus
extern "C" {
#endif

struct analyzer;

/* Makes an analyzer, which speaks English.  One thread at a time. */
palpate_status analyzer_open(struct analyzer **out, palpate_error *err);
void analyzer_close(struct analyzer *analyzer);

/* Lets an analyzer speak another language from now on; NULL for English.  Returns the
   one that it spoke. */
const struct stemming *analyzer_speak(
        struct analyzer *analyzer, const struct stemming *language);

/* The language that it speaks; NULL for English. */
const struct stemming *analyzer_language(const struct analyzer *analyzer);

/* Languages that articles of an index are in; NULL stands for English. */
struct known_languages {
    const struct stemming *items[SPOKEN_LANGUAGES + 1];
    uint32_t count;
};

/* The languages that an analyzer is to look for words in beside the one that it speaks:
   none at first. */
struct known_languages *analyzer_known(struct analyzer *analyzer);

/* The term of a folded word: its stem, by the Snowball stemmer "english" but for the
   words it confuses in this field (a table in the source).  In another language it is
   that one's stem (core/foreign_stem.h), a colon and its code: no other language has
   such a term.  Valid until the next call with this analyzer. */
palpate_view term_of(struct analyzer *analyzer, palpate_view folded);

/* Folds and stems a word as it stands in a text. */
palpate_view term_of_word(struct analyzer *analyzer, palpate_view word);

/* Whether the term of an English word may be `term`, told by first bytes alone: false
   is sure. So a text is searched for a few terms without stemming all its words. */
static inline bool may_have_term(palpate_view folded, palpate_view term)
{
    if (folded.size == 0 || term.size == 0)
        return folded.size == term.size;
    if (folded.data[0] == term.data[0])
        return true;
    /* oedema, aetiology: the common form drops the first letter. */
    return term.data[0] == 'e' && folded.size > 1 && folded.data[1] == 'e' &&
           (folded.data[0] == 'o' || folded.data[0] == 'a');
}

/* Whether the term of a word, folded or not, surely starts with the word's own first
   two letters, which are of ASCII then; a term of one letter starts with the first. */
bool term_keeps_start(const struct analyzer *analyzer, palpate_view word);

/* For each first letter a bit for each second letter of English words whose terms may
   start otherwise: 26 numbers.  Of all others a term keeps the two, unless one of the
   first four bytes is beyond ASCII, or an e after an a or o. */
const uint32_t *term_changing_starts(const struct analyzer *analyzer);

/* A term without the mark of its language. */
palpate_view term_without_mark(palpate_view term);

/* The language of a term; NULL for English. */
const struct stemming *term_language(palpate_view term);

/* Whether a folded word is not indexed in articles of the language that is spoken. */
bool term_is_stop(const struct analyzer *analyzer, palpate_view folded);

/* Whether a folded word of English is not indexed.  A search can still ask for it
   inside a phrase, which is checked on the text. */
bool is_stop_word(palpate_view folded);

/* A number that changes with the list of stop words. */
uint64_t stop_words_hash(void);

/* A number that changes with the stemmer, the exceptions, the common forms, the stop
   words and the common words.  Stamped into every index. */
uint64_t analyzer_fingerprint(struct analyzer *analyzer);

#ifdef __cplusplus
}
#endif
#endif
