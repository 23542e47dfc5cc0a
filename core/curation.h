/* A curation file -> what the owner of a site decided about its answers: which page
   comes first, what is said beside them, what is searched instead, which pages are
   never an answer, and what addresses and dates are worth. */
#ifndef CORE_CURATION_H
#define CORE_CURATION_H

#include <palpate/status.h>
#include <palpate/view.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "core/arena.h"
#include "core/buffer.h"
#include "core/glob.h"
#include "core/term.h"

#ifdef __cplusplus
extern "C" {
#endif

/* X(name, word in files, columns after the word: needed, and at most). */
#define CURATION_VERBS(X)         \
    X(PIN, "pin", 2, 3)           \
    X(NOTE, "note", 2, 2)         \
    X(REDIRECT, "redirect", 2, 2) \
    X(HIDE, "hide", 1, 1)         \
    X(BOOST, "boost", 2, 2)       \
    X(RECENCY, "recency", 1, 2)

enum curation_verb {
#define CURATION_MEMBER(name, word, least, most) CURATION_##name,
    CURATION_VERBS(CURATION_MEMBER)
#undef CURATION_MEMBER
            CURATION_VERB_COUNT
};

enum { CURATION_TERMS = 16 /* different words in a question of a rule */ };

/* What a page can be worth at most of what its words earn it, and at least. */
#define CURATION_MOST_BOOST  10.0
#define CURATION_LEAST_BOOST 0.1
/* What being new can be worth of what the words earn, at most. */
#define CURATION_MOST_RECENCY 5.0
/* Days in which that halves, if the file does not say. */
#define CURATION_HALF_LIFE 730.0

/* A line of the file; of a line that names several questions, one for each. */
struct curation_rule {
    enum curation_verb verb;
    palpate_view question;     /* pin, note, redirect: as the file has it */
    const palpate_view *terms; /* of its words, each once; without stop words, unless it
                                  has no other */
    uint32_t term_count;
    uint64_t mask;      /* curation_bit() of each: most rules are told apart by it */
    palpate_view value; /* pin: an address; note: a sentence; redirect: a query */
    palpate_view title; /* pin: what a page is called that the index lacks; or empty */
    struct glob glob;   /* hide, boost: which addresses */
    double strength;    /* boost: what the words of such a page are worth, 1 for as much
                           as ever */
};

/* Zero-initialised it decides nothing. */
struct curation {
    struct curation_rule *rules; /* in the order of the file */
    size_t count;
    size_t room;
    double recency;   /* what a page of today earns, in shares of what its words do */
    double half_life; /* days in which that halves */
    bool hides;
    bool boosts;
};

/* Reads a file: UTF-8, a rule a line, tabs between its columns; lines that start with
   '#' and empty lines say nothing.  docs/CURATION.md has the form.  All lives in
   `arena`, texts too.  Questions have the terms and the stop words of the language that
   the analyzer speaks.  PALPATE_BAD_INPUT with the name and the line, and
   PALPATE_NO_MEMORY. */
palpate_status curation_read(struct curation *out, struct arena *arena,
        palpate_view name, palpate_view bytes, struct analyzer *analyzer,
        palpate_error *err);

/* A bit that stands for a term, and for some others. */
uint64_t curation_bit(palpate_view term);

/* Whether an address matches the pattern of a rule: its path does, or all of it where
   the pattern has "://". */
bool curation_matches(const struct curation_rule *rule, palpate_view url);

/* Appends the `place`-th address, from 0, that the page at `url` may have in an index,
   as people write addresses: after the base address of the index where it starts with a
   slash, with one slash too many or too few at the end, without ".html" or a fragment.
   False after the last one. */
bool curation_append_address(
        struct buffer *out, palpate_view base, palpate_view url, unsigned place);

#ifdef __cplusplus
}
#endif
#endif
