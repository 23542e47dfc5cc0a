/* Verdicts on single blocks -> verdicts on what belongs together. */
#ifndef INDEXER_COHESION_H
#define INDEXER_COHESION_H

#include <stdbool.h>

#include "core/arena.h"
#include "indexer/content/content.h"

/* Keeps headings with what they head, and lists, tables and definition lists whole,
   where nothing says that they are boilerplate: a row of a table says little by itself.
   False when memory is out. */
bool cohesion_apply(struct content *content, struct arena *arena);

/* Whether nothing around a block says that it is a menu, a box or a form, and the page
   does not ask to leave it out. */
bool cohesion_is_unsuspected(const struct content *content, uint32_t block);

#endif
