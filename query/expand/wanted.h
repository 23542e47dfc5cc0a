/* A term of the query, as texts and the index are searched for it. */
#ifndef QUERY_WANTED_H
#define QUERY_WANTED_H

#include <palpate/view.h>
#include <stdbool.h>

/* A term to look for. */
struct wanted {
    palpate_view
            term; /* a stem, the folded start of a word, or PREFIX_CAPITALS + word */
    bool is_prefix;
    bool is_capitals; /* a word that stands in capitals: core/capitals.h */
};

#endif
