/* Ids of pages that came: a set of their digests. */
#ifndef INDEXER_ID_SET_H
#define INDEXER_ID_SET_H

#include <palpate/view.h>
#include <stdbool.h>
#include <stddef.h>

#include "core/digest.h"
#include "core/table.h"

/* Zero-initialised is the empty set. */
struct id_set {
    struct table table;
    struct digest *ids;
    size_t room; /* of `ids` */
};

/* Adds an id; `*is_new` says whether it was absent.  False when memory is out. */
bool id_set_add(struct id_set *set, palpate_view id, bool *is_new);
bool id_set_has(const struct id_set *set, palpate_view id);
void id_set_free(struct id_set *set);

#endif
