/* What narrows an answer down, or widens it -> switches, links and menus that are forms
   without JavaScript, too.  The script knows them again by their `data-key`. */
#ifndef SERVER_PAGE_CONTROLS_H
#define SERVER_PAGE_CONTROLS_H

#include "server/shown.h"

/* The kinds of passages to choose from, and the filters that hold. */
void page_kinds(struct text *text, const struct shown *shown);

/* The other names that were searched. */
void page_names(struct text *text, const struct shown *shown);

/* A link to the counted values, the order of the hits, and, where asked for, the years,
   authors, sites and languages of what was found. */
void page_narrow(struct text *text, const struct shown *shown);

#endif
