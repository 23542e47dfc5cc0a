/* Text that was escaped once too often for HTML -> the text. */
#ifndef INDEXER_ENTITIES_H
#define INDEXER_ENTITIES_H

#include <palpate/view.h>

#include "core/arena.h"

/* "Houston&#39;s" and "Houston&amp;#39;s" as "Houston's", all white space, also of
   Unicode, as single spaces without any at the ends, and without characters that are
   not seen.  Only references that end with a semicolon are read.  Lives in `arena`;
   data is NULL when memory is out. */
palpate_view entities_decode(struct arena *arena, palpate_view text);

#endif
