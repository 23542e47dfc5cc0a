/* The start of a word -> the terms of the index that words have which start so. */
#ifndef QUERY_PREFIX_QUERY_H
#define QUERY_PREFIX_QUERY_H

#include <palpate/status.h>
#include <xapian-c/xapian-c.h>

#include "core/term.h"
#include "query/expand/wanted.h"

/* Makes a query of the terms that start as the word does in any of the languages of the
   index, and of shorter stems that its words may have ("mobil" for "mobilis",
   "ubung:de" for "ubungen").  It finds more than what starts so.  NULL for none, and
   after a failure. */
const xc_query *prefix_query_make(xc_pool *pool, xc_database *database,
        const struct known_languages *known, const struct wanted *wanted,
        xc_error *reason);

/* How many passages the terms that start so have, each counted for itself, and whether
   there are more terms than are searched. */
palpate_status prefix_query_count(uint64_t *sum, bool *is_cut, xc_database *database,
        const struct wanted *wanted, palpate_error *err);

#endif
