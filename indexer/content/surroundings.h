/* A landscape and the regions of its page -> what lies around each block. */
#ifndef INDEXER_SURROUNDINGS_H
#define INDEXER_SURROUNDINGS_H

#include <palpate/status.h>

#include "core/arena.h"
#include "indexer/content/landscape.h"

/* Fills all of `land` that landscape_read() and regions_compare() leave.  Lives in
   `arena`; PALPATE_NO_MEMORY. */
palpate_status surroundings_read(
        struct landscape *land, struct arena *arena, palpate_error *err);

#endif
