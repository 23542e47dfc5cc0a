/* Disclosures -> the places of the page at which their labels come up, in order. */
#ifndef INDEXER_LABEL_PLACES_H
#define INDEXER_LABEL_PLACES_H

#include <stdbool.h>
#include <stdint.h>

#include "core/arena.h"
#include "indexer/html/disclosures.h"

/* What stands at a node is read as the heading of a panel, or not at all, as it is read
   elsewhere. */
struct label_place {
    uint32_t node;
    uint32_t disclosure;
    bool is_read;
};

struct label_places {
    struct label_place *items;
    uint32_t count;
    uint32_t next; /* the first that has not come up */
};

/* Lives in `arena`; false when memory is out. */
bool label_places_list(struct label_places *out, struct arena *arena,
        const struct disclosures *disclosures);

/* The next label at `node`, or NULL; those at nodes before it are skipped. */
const struct label_place *label_places_next(struct label_places *places, uint32_t node);

/* The level of the heading in a label, or 0. */
unsigned label_level(const struct tree *tree, const struct disclosure *disclosure);

/* The id that leads to a label, empty where there is none. */
palpate_view label_anchor(const struct tree *tree, const struct disclosure *disclosure);

#endif
