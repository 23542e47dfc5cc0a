/* A tree -> its disclosures: what stands folded on a page, and the labels that open it.
 */
#ifndef INDEXER_DISCLOSURES_H
#define INDEXER_DISCLOSURES_H

#include <palpate/status.h>
#include <stdint.h>

#include "core/arena.h"
#include "indexer/html/disclosure.h"
#include "indexer/html/tree.h"

struct disclosures {
    struct disclosure *items; /* in the order of their controls */
    uint32_t count;
};

/* Finds what the page folds, by its structure: a control followed by its panel, a
   control that names the id of its panel, items of one shape.  Menus, dialogs and
   carousels are none, nor is what a command such as "Read more" opens.  Lives in
   `arena`; PALPATE_NO_MEMORY. */
palpate_status disclosures_find(struct disclosures *out, struct arena *arena,
        const struct tree *tree, palpate_error *err);

#endif
