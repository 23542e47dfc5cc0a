/* The years, authors, sites, languages and labels of what was found -> switches,
   counted. */
#ifndef SERVER_PAGE_FACETS_H
#define SERVER_PAGE_FACETS_H

#include "server/shown.h"

void page_facets(struct text *text, const struct shown *shown);

#endif
