/* The spelling that an answer searched or suggests -> HTML. */
#ifndef SERVER_PAGE_SPELLING_H
#define SERVER_PAGE_SPELLING_H

#include "server/shown.h"
#include "server/text.h"

/* Writes what was searched instead and what else may be searched, with links to each;
   words that were not typed so are emphasised. */
void page_spelling(struct text *text, const struct shown *shown);

/* Ends the line that says what is shown: a link to the answer to the words as `typed`.
 */
void page_instead(
        struct text *text, const struct arguments *typed, const struct shown *shown);

#endif
