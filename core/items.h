/* Arrays that grow on the heap: for those that get so large that the copies which
   arena_grow() leaves behind would matter. */
#ifndef CORE_ITEMS_H
#define CORE_ITEMS_H

#include <stdbool.h>
#include <stddef.h>

#ifdef __cplusplus
extern "C" {
#endif

/* Makes room for one more: `*items`, NULL or of the heap, holds `count` things of
   `size` bytes in room for `*room`, and moves.  False when memory is out, and changes
   nothing then.  The caller frees it. */
bool items_grow(void **items, size_t *room, size_t count, size_t size);

#ifdef __cplusplus
}
#endif
#endif
