/* Kinds of passages -> what they are called on the page, and in which order. */
#ifndef SERVER_KIND_LABEL_H
#define SERVER_KIND_LABEL_H

#include <palpate/view.h>
#include <stddef.h>

/* The word of the `place`-th kind to choose from, from 0: what warns, the gravest
   first; what else has a name; and what has none.  NULL after the last one.  Static
   storage. */
const char *kind_to_choose(size_t place);

/* What a passage is called by its kind; NULL for those that have no name of their own.
 */
const char *kind_name_of(palpate_view kind);

#endif
