/* Words written one after another -> one string in memory. */
#ifndef SERVER_TEXT_H
#define SERVER_TEXT_H

#include <palpate/view.h>
#include <stdint.h>
#include <stdio.h>

#include "server/wording.h"

/* Written through `stream`; a failure of memory shows when it is closed. */
struct text {
    FILE *stream; /* NULL where memory was out from the start */
    char *data;
    size_t size;
    const struct wording *wording; /* what text_say() says it with */
};

/* Begins an empty text that speaks English. */
void text_open(struct text *text);

/* Gives the bytes, followed by a NUL, which the caller frees; NULL where memory ran
 * out. */
char *text_close(struct text *text, size_t *size);

void text_add(struct text *text, palpate_view bytes);
void text_add_string(struct text *text, const char *string);
void text_add_format(struct text *text, const char *format, ...)
        __attribute__((format(printf, 2, 3)));

/* Adds bytes with the characters escaped that mean something in HTML and XML, also
   inside quotation marks, U+FFFD for each byte that is no UTF-8, and spaces for control
   characters. */
void text_add_escaped(struct text *text, palpate_view bytes);

/* Adds a phrase of the page, escaped, without what belongs at its {}. */
void text_say(struct text *text, enum phrase phrase);

/* Adds only a piece of it (wording_piece()), for who fills in the rest. */
void text_say_piece(struct text *text, enum phrase phrase, unsigned number);

/* Adds a phrase with a number at its {}, its digits grouped: "1,234 articles". */
void text_say_count(struct text *text, enum phrase phrase, uint64_t number);

/* Adds a phrase with words of others, escaped, at its {}. */
void text_say_words(struct text *text, enum phrase phrase, palpate_view words);

/* Adds a value of an address's query, percent-encoded. */
void text_add_percent(struct text *text, palpate_view bytes);

#endif
