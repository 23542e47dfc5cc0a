/* What the owner of the index decided about a question -> HTML. */
#ifndef SERVER_PAGE_CURATION_H
#define SERVER_PAGE_CURATION_H

#include "server/shown.h"
#include "server/text.h"

/* Writes which question was answered instead, with a link to the one that was asked,
   and what is said beside the hits. */
void page_curation(struct text *text, const struct shown *shown);

#endif
