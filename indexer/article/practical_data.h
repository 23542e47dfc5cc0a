/* A tree -> what its data say of hours and addresses. */
#ifndef INDEXER_PRACTICAL_DATA_H
#define INDEXER_PRACTICAL_DATA_H

#include <palpate/view.h>
#include <stdbool.h>

#include "indexer/html/tree.h"

enum { MAX_STREETS = 4 };

struct practical_data {
    bool is_marked; /* microdata call elements hours or an address */
    bool has_hours; /* opening hours are declared, by JSON-LD or microdata */
    palpate_view streets[MAX_STREETS]; /* as the JSON-LD writes them, from the tree */
    unsigned street_count;
};

void practical_data_read(struct practical_data *out, const struct tree *tree);

/* Whether microdata call an element hours or an address. */
bool practical_data_is(const struct node *node);

/* Whether a text has a street of the data. */
bool practical_data_has_street(const struct practical_data *data, palpate_view text);

#endif
