/* Few hits -> more that are about the same, though they have none of the words. */
#ifndef QUERY_RELATED_H
#define QUERY_RELATED_H

#include <palpate/status.h>

#include "query/finder.h"

/* Where plain words brought fewer hits than were asked for: searches for the words of
   the best ones, and puts what that finds behind all that has the user's own.  On
   nDCG@10 of NFCorpus that is worth as much as mixing such words into every query; and
   it cannot outrank what the user asked for.  PALPATE_NO_MEMORY, or a failure of the
   index. */
palpate_status related_add(struct finder *finder, palpate_error *err);

#endif
