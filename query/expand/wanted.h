/* A term of the query, as texts and the index are searched for it. */
#ifndef QUERY_WANTED_H
#define QUERY_WANTED_H

#include <palpate/view.h>
#include <stdbool.h>

/* A term to look for. */
struct wanted {
    palpate_view term; /* a stem, or the folded start of a word */
    bool is_prefix;
};

#endif
