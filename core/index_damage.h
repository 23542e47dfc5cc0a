/* An index that cannot be read -> the way out. */
#ifndef CORE_INDEX_DAMAGE_H
#define CORE_INDEX_DAMAGE_H

#include "core/index_folder.h"
#include "core/term.h"

#ifdef __cplusplus
extern "C" {
#endif

/* The highest number of a generation in the folder `root` that is not `live` and that
   this program can read, or 0. */
unsigned index_intact_number(
        const char *root, unsigned live, struct analyzer *analyzer);

/* Adds to a message that says what is damaged in the folder `root` how the index is
   built anew, and where a generation other than `live` is whole how to go back to it.
   Only for statuses that speak of damage; others come back as they are.  Returns
   `status`, with PALPATE_CORRUPT for all damage. */
palpate_status index_damage(palpate_status status, const char *root, unsigned live,
        struct analyzer *analyzer, palpate_error *err);

#ifdef __cplusplus
}
#endif
#endif
