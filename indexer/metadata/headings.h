/* A tree -> its first headings, and what they are named by. */
#ifndef INDEXER_HEADINGS_H
#define INDEXER_HEADINGS_H

#include <palpate/view.h>
#include <stdbool.h>
#include <stdint.h>

#include "core/arena.h"
#include "indexer/html/tree.h"

enum { MAX_HEADINGS = 24 };

/* The first headings of levels 1 to 3 that have a text. */
struct headings {
    struct heading {
        palpate_view text;
        uint32_t node;
        uint32_t nodes; /* in it, itself included */
        unsigned level;
        bool is_named_title; /* by a class or id: entry-title, product-name */
        bool is_named_logo;  /* likewise: site-title, brand */
        bool leads_to_front; /* it is a link to the front page of a site */
    } items[MAX_HEADINGS];
    uint32_t count;
};

/* Takes the heading that node `element` is, unless there are enough; the elements come
   in their order.  False where memory is out. */
bool headings_take(struct headings *headings, struct arena *arena,
        const struct tree *tree, uint32_t element);

#endif
