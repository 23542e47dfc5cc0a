/* A term of the query, as texts and the index are searched for it. */
#ifndef QUERY_WANTED_H
#define QUERY_WANTED_H

#include <palpate/view.h>
#include <stdbool.h>
#include <stdint.h>

/* A term to look for. */
struct wanted {
    palpate_view
            term; /* a stem, the folded start of a word, or PREFIX_CAPITALS + word */
    const palpate_view *forms; /* its terms in the other languages of the index; of the
                                  start of a word, how they write it otherwise */
    uint32_t form_count;
    const palpate_view *completions; /* of an unfinished word: stems */
    uint32_t completion_count;
    bool is_prefix;
    bool is_capitals;   /* a word that stands in capitals: core/capitals.h */
    bool is_unfinished; /* `term` is the start of a word that is being typed, and what
                           is looked for are its completions */
};

#endif
