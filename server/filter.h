/* An argument that filters -> a filter of the query language. */
#ifndef SERVER_FILTER_H
#define SERVER_FILTER_H

#include "server/text.h"

/* The name of the `filter`-th filter, as arguments and the query language have it; NULL
   after the last one. */
const char *filter_name(size_t filter);

/* Writes it with a space after, so that nothing in `value` gets out of it.  Otherwise
   a sentence on what it takes. */
const char *filter_write(struct text *text, const char *name, palpate_view value);

/* The words after a filter at their front. */
palpate_view filter_skip(palpate_view words);

#endif
