/* Values as they come by -> the most frequent ones, each with its filter. */
#ifndef QUERY_FACET_VALUES_H
#define QUERY_FACET_VALUES_H

#include <palpate/search.h>

#include "core/arena.h"
#include "query/language/fields.h"

enum facet {
#define FACET_MEMBER(name, word, facet) FACET_##name,
    FILTER_FIELDS(FACET_MEMBER)
#undef FACET_MEMBER
            FACET_COUNT
};

struct facet_values {
    struct arena *arena; /* the list lives here */
    palpate_view *items; /* one for each time that a value came by */
    size_t count;
    size_t room;
    bool failed; /* memory was out */
};

/* Takes a value, which stays where it is; an empty one is left out. */
void facet_values_add(struct facet_values *values, palpate_view value);

/* The values of the labels of one name. */
struct label_values {
    palpate_view name;
    struct facet_values values;
};

/* Likewise, with the filter of a label of this name. */
bool label_values_write(palpate_facet *out, struct label_values *values,
        struct arena *arena, uint32_t most);

/* Fills `facet` with the `most` most frequent values, copied into `arena`.  False where
   memory is out. */
bool facet_values_write(palpate_facet *out, enum facet facet,
        struct facet_values *values, struct arena *arena, uint32_t most);

#endif
