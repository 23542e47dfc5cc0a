/* Kinds of passages -> which the page names, and in which order. */
#ifndef SERVER_KIND_LABEL_H
#define SERVER_KIND_LABEL_H

#include <palpate/view.h>
#include <stdbool.h>
#include <stddef.h>

/* The word of the `place`-th kind to choose from, from 0: what warns, the gravest
   first; what else has a name; and what has none.  NULL after the last one.  Static
   storage. */
const char *kind_to_choose(size_t place);

/* Whether a passage is called by its kind: there are some without a name of their own.
 */
bool kind_has_name(palpate_view kind);

#endif
