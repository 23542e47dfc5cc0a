/* A block's text -> what its words look like. */
#ifndef INDEXER_WORDING_H
#define INDEXER_WORDING_H

#include <palpate/view.h>
#include <stdbool.h>
#include <stdint.h>

enum wording_phrase {
    PHRASE_ACTION,  /* asks for a click */
    PHRASE_COMMENT, /* speaks of comments and replies */
    PHRASE_SIGNUP,  /* speaks of newsletters and addresses */
    PHRASE_CONSENT, /* speaks of cookies and privacy */
    PHRASE_BYLINE,  /* begins as a byline does */
    PHRASE_RELATED, /* announces other pages */
    PHRASE_ADVERT,
    PHRASE_COPYRIGHT,
    PHRASE_CREDIT, /* names who made a picture */
    PHRASE_BROWSER /* is about the reader's browser */
};

struct wording {
    uint32_t words;    /* runs of letters and digits; signs of scripts without spaces
                          count as core/word_count.h says */
    uint32_t function; /* of them, words such as "the" and "of" */
    uint32_t capital;  /* of them, words that start with a capital of ASCII */
    uint32_t letters;  /* of ASCII, and all bytes beyond it */
    uint32_t upper;    /* of them, capitals of ASCII */
    uint32_t digits;   /* of ASCII */
    uint32_t commas;
    uint32_t sentences; /* ends of sentences, at the end of the text too */
    uint32_t phrases;   /* bit by bit, enum wording_phrase */
    bool has_year;      /* 1900 to 2099 */
    bool has_month;     /* a word that starts as an English month does */
    bool has_price;     /* a sign of a currency beside a digit */
    char last;          /* the last character of ASCII that is no quote or bracket; the
                           full stop of another script is one of ASCII here */
};

/* Reads the whole of `text`, UTF-8 with white space collapsed. */
void wording_read(struct wording *out, palpate_view text);

#endif
