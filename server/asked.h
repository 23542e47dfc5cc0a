/* What is asked, as parameters of an address -> addresses and forms that ask something
   else. */
#ifndef SERVER_ASKED_H
#define SERVER_ASKED_H

#include "server/question.h"
#include "server/text.h"

/* Reads it from a question and the arguments that it was read from, always in the same
   order: nothing else that stands in an address gets into another one.  Views are
   borrowed from both. */
void asked_read(struct arguments *asked, const struct question *question,
        const struct arguments *given);

/* The same where the arguments make no sense and there is no question. */
void asked_read_given(struct arguments *asked, const struct arguments *given);

bool asked_has(const struct arguments *asked, const char *name, palpate_view value);

/* The number of values that the parameter has. */
size_t asked_count(const struct arguments *asked, const char *name);

/* Takes out all values of the parameter. */
void asked_drop(struct arguments *asked, const char *name);

/* Takes out kinds and all other filters. */
void asked_drop_filters(struct arguments *asked);

/* Puts one value in the place of all; an empty one is none. */
void asked_set(struct arguments *asked, const char *name, palpate_view value);

/* Adds the value, or takes it out where it is there; the answer then begins anew. */
void asked_flip(struct arguments *asked, const char *name, palpate_view value);

/* Leaves what other words keep, and asks for those. */
void asked_set_words(struct arguments *asked, palpate_view words);

/* Writes `<a href="?…"` and leaves the element open for more. */
void asked_write_link(struct text *text, const struct arguments *asked);

/* The same, where the link leads to a hit by its place. */
void asked_write_more(struct text *text, const struct arguments *asked, uint64_t place);

/* Writes a form with hidden fields, and leaves it open for more. */
void asked_write_form(struct text *text, const struct arguments *asked);

#endif
