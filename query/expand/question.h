/* A query that was read: what every later stage wants to know of it. */
#ifndef QUERY_QUESTION_H
#define QUERY_QUESTION_H

#include <palpate/search.h>
#include <stdbool.h>
#include <stdint.h>

#include "query/expand/expansion.h"
#include "query/expand/terms.h"
#include "query/language/syntax.h"

struct question {
    const palpate_search_options *options; /* with their defaults filled in */
    struct query_tree tree;                /* with the other names */
    struct query_expansions expansions;
    struct query_terms terms; /* with their frequencies and idf */
    uint32_t kinds;           /* of passages: query/language/intent.h */
    palpate_view counted;     /* query/language/amounts.h */
    uint32_t amounts;         /* query/language/amounts.h */
    bool asks_if_safe;        /* query/language/safety.h */
    bool demands_all;         /* the words, because answers are sorted by date */
    bool parts_compounds;     /* because nothing has them whole: language/compound.h */
    bool is_curated;          /* the owner of the index answers it: no word is a slip */
    bool takes_any;           /* of the words, because no article has them all */
};

#endif
