/* An address, an anchor and a text fragment -> a link that lands on the passage. */
#ifndef QUERY_LINK_H
#define QUERY_LINK_H

#include <palpate/view.h>

#include "core/arena.h"

/* `url` without its own fragment, then "#anchor" and ":~:text=fragment" where they are
   not empty.  The anchor is an id as the page has it and is percent-encoded here; the
   fragment is a text directive, packed (core/link_text.h).  data is NULL when memory is
   out. */
palpate_view link_make(struct arena *arena, palpate_view url, palpate_view anchor,
        palpate_view fragment);

#endif
