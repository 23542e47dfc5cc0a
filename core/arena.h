/* Memory that is given out piece by piece and taken back all at once. */
#ifndef CORE_ARENA_H
#define CORE_ARENA_H

#include <palpate/view.h>
#include <stdbool.h>
#include <stddef.h>

#ifdef __cplusplus
extern "C" {
#endif

struct arena_block;

/* Zero-initialised is a valid empty arena.  One thread at a time. */
struct arena {
    struct arena_block *blocks; /* the newest first */
    size_t used;                /* bytes given out of the newest block */
    size_t total;               /* bytes held from the system */
};

/* `size` bytes aligned for anything, uninitialised, or NULL when memory is out; a size
   of zero gives a valid pointer.  They live until the arena is cleared or freed. */
void *arena_alloc(struct arena *arena, size_t size);

/* `count` zeroed things of `size` bytes, or NULL (also where the product overflows). */
void *arena_zeroed(struct arena *arena, size_t count, size_t size);

/* A copy of `view`, followed by a NUL that its size does not count; data is NULL when
   memory is out. */
palpate_view arena_copy(struct arena *arena, palpate_view view);

/* A larger copy of an array whose room is used up: `*items` holds `count` things of
   `size` bytes in room for `*room`.  Returns false when memory is out, and changes
   nothing then. The old copy stays in the arena, so the waste is bounded by the
   doubling. */
bool arena_grow(
        struct arena *arena, void **items, size_t *room, size_t count, size_t size);

/* Takes everything back but keeps one block, so that reuse does not ask the system. */
void arena_clear(struct arena *arena);

/* Takes everything back; the arena is empty and usable again. */
void arena_free(struct arena *arena);

#ifdef __cplusplus
}
#endif
#endif
