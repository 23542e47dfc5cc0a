/* Ids of pages that came: a set in sixteen bytes an id. */
#ifndef INDEXER_ID_SET_H
#define INDEXER_ID_SET_H

#include <palpate/view.h>
#include <stdbool.h>
#include <stddef.h>

#include "core/digest.h"

/* Zero-initialised is the empty set. */
struct id_set {
    struct digest *slots; /* zeros where nothing stands */
    size_t count;
    size_t room; /* a power of two */
};

/* Adds an id; `*is_new` says whether it was absent.  False when memory is out. */
bool id_set_add(struct id_set *set, palpate_view id, bool *is_new);
bool id_set_has(const struct id_set *set, palpate_view id);
void id_set_free(struct id_set *set);

#endif
