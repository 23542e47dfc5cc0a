/* The languages whose words have stems and stop words of their own: a table. */
#ifndef CORE_STEMMING_H
#define CORE_STEMMING_H

#include <palpate/view.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "core/token.h"

enum {
    SPOKEN_LANGUAGES = 32, /* rows of the table at most */
    LANGUAGE_MARK_SIZE = 3 /* bytes of the mark of a term: ":de" */
};

/* What a rule of words/LANGUAGE/stems.txt does. */
enum stem_rule_kind {
    STEM_ELISION,     /* cut off in front of a word: the l' of l'épaule */
    STEM_ENDING,      /* another ending before the stemmer of libxapian */
    STEM_STEM_ENDING, /* and after it */
    STEM_WORD,        /* another word: the plural that no rule leads back */
    STEM_STEM         /* the stem itself, of a word that others would share it with */
};

struct stem_rule {
    enum stem_rule_kind kind;
    palpate_view from;
    palpate_view to; /* "-" for nothing */
};

/* What sets a language apart. */
enum stemming_trait {
    STEMMING_PLAIN,
    STEMMING_JOINS_WORDS,    /* compounds are written as one word */
    STEMMING_TYPES_UMLAUTS,  /* the same, and "ae", "oe", "ue" are typed for umlauts */
    STEMMING_REPEATS_ENDINGS /* one ending after the other is cut off */
};

struct stemming {
    palpate_view code;   /* two letters */
    const char *stemmer; /* of libxapian; NULL where the rules are all there is */
    const struct stem_rule *rules;
    size_t rule_count;
    const palpate_view *stop_words; /* sorted; NULL for the words that tell it from
                                       other languages (core/language_words.h) */
    size_t stop_word_count;
    enum stemming_trait trait;
};

/* The row of a code such as "de" or "de-at".  NULL for English and for languages that
   have no row: their words are read as English ones. */
const struct stemming *stemming_of(palpate_view code);

/* The rows, by number; NULL beyond the last. */
const struct stemming *stemming_at(size_t number);

/* The number of a row. */
size_t stemming_number(const struct stemming *language);

/* Whether compounds of the language are written as one word; not of English (NULL). */
bool stemming_joins_words(const struct stemming *language);

/* A folded word without the article that is elided before it. */
palpate_view stemming_without_elision(
        const struct stemming *language, palpate_view folded);

/* Writes how the words of a language start that go on after `folded`, and returns the
   size: without an article that is elided, and in German with the letter that stands
   for an umlaut where "ae", "oe" and "ue" are typed for one.  A word of a text starts
   so that is written in the same way. */
size_t stemming_start(
        const struct stemming *language, palpate_view folded, char out[WORD_SIZE]);

/* Whether a folded word is not indexed in articles of the language. */
bool stemming_has_stop_word(const struct stemming *language, palpate_view folded);

/* A number that changes with the rules and stop words of any language. */
uint64_t stemmings_hash(void);

#endif
