/* A value of a parameter -> a switch that asks for it, or no more for it: a form of one
   button. */
#ifndef SERVER_TOGGLE_H
#define SERVER_TOGGLE_H

#include "server/asked.h"

/* Writes it as far as into the button, whose further attributes, ">" and label follow.
   `group` and the value are its key. */
void toggle_open(struct text *text, const struct arguments *asked, const char *group,
        const char *name, palpate_view value);

void toggle_close(struct text *text);

#endif
