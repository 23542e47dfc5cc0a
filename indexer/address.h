/* The path of a file below its sources -> the address at which a server has it. */
#ifndef INDEXER_ADDRESS_H
#define INDEXER_ADDRESS_H

#include <palpate/view.h>

#include "core/arena.h"

/* `path` as part of an address: bytes that may not stand there are percent-encoded, and
   an index page is addressed as its folder.  `base` comes before it, or is NULL: then
   the address is relative.  Lives in `arena`; data is NULL when memory is out. */
palpate_view address_of_path(struct arena *arena, const char *base, palpate_view path);

#endif
