/* The text of a passage and what matched in it -> its sentences, and what each does. */
#ifndef QUERY_SENTENCES_H
#define QUERY_SENTENCES_H

#include <palpate/search.h>
#include <palpate/view.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "core/stemming.h"

enum { SENTENCES = 256 /* of a passage that are considered */ };

/* Something to highlight, with what it is worth. */
struct sentence_mark {
    palpate_span span; /* in the text, in order, not overlapping */
    uint32_t wanted;   /* which of the query's terms it is: variety beats repetition */
    double weight;     /* idf, > 0 */
};

struct sentences {
    palpate_view text;
    const struct stemming *language; /* of the text; NULL for English */
    const struct sentence_mark *marks;
    size_t mark_count;
    size_t ends[SENTENCES];
    bool negates[SENTENCES];
    size_t refers[SENTENCES]; /* where a sentence with marks begins to name another
                                 page, the start of one that does nothing else, its end
                               */
    bool defines[SENTENCES];  /* it starts with a mark, and says what that is */
    size_t count;
};

/* Reads a text in a language; both it and the marks, in the order of the text, are
 * borrowed. */
void sentences_read(struct sentences *out, palpate_view text,
        const struct sentence_mark *marks, size_t mark_count,
        const struct stemming *language);

/* Where a sentence starts, in bytes of the text. */
size_t sentences_start(const struct sentences *sentences, size_t place);

palpate_view sentences_at(const struct sentences *sentences, size_t place);

/* Whether a sentence does nothing but send to another page.  One that forbids something
   does more. */
bool sentences_refer(const struct sentences *sentences, size_t place);

#endif
