#include "core/arena.h"

#include <stdalign.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "core/poison.h"

enum {
    FIRST_BLOCK = 16 * 1024,
    LARGEST_STEP = 1024 * 1024 /* blocks double up to here */
};

struct arena_block {
    struct arena_block *next;
    size_t room; /* bytes of data */
    alignas(max_align_t) char data[];
};

static size_t aligned(size_t place, size_t unit)
{
    return (place + unit - 1) & ~(unit - 1);
}

static size_t next_room(const struct arena *arena, size_t size)
{
    size_t room = arena->blocks == NULL ? FIRST_BLOCK : arena->blocks->room * 2;

    if (room > LARGEST_STEP)
        room = LARGEST_STEP;
    return room < size ? size : room;
}

/* `unit` is a power of two. */
static void *take_from_block(struct arena *arena, size_t size, size_t unit)
{
    if (size > SIZE_MAX / 2)
        return NULL;
    size_t used = aligned(arena->used, unit);

    if (arena->blocks == NULL || used > arena->blocks->room ||
            arena->blocks->room - used < size) {
        size_t room = next_room(arena, size);
        struct arena_block *block = malloc(sizeof *block + room);
        if (block == NULL)
            return NULL;
        block->next = arena->blocks;
        block->room = room;
        POISON(block->data, room);
        arena->blocks = block;
        arena->total += room;
        used = 0;
    }
    arena->used = used + size;
    UNPOISON(arena->blocks->data + used, size);
    return arena->blocks->data + used;
}

void *arena_alloc(struct arena *arena, size_t size)
{
    return take_from_block(arena, size == 0 ? 1 : size, alignof(max_align_t));
}

void *arena_zeroed(struct arena *arena, size_t count, size_t size)
{
    if (size != 0 && count > SIZE_MAX / 2 / size)
        return NULL;

    void *piece = arena_alloc(arena, count * size);
    return piece == NULL ? NULL : memset(piece, 0, count * size);
}

palpate_view arena_copy(struct arena *arena, palpate_view view)
{
    /* Texts stand close together: most are shorter than what aligning them would take.
     */
    char *copy =
            view.size == SIZE_MAX ? NULL : take_from_block(arena, view.size + 1, 1);

    if (copy == NULL)
        return (palpate_view){ NULL, 0 };
    if (view.size > 0)
        memcpy(copy, view.data, view.size);
    copy[view.size] = '\0';
    return (palpate_view){ copy, view.size };
}

bool arena_grow(
        struct arena *arena, void **items, size_t *room, size_t count, size_t size)
{
    if (count < *room)
        return true;

    size_t larger = *room == 0 ? 8 : *room * 2;
    if (larger < *room || larger > SIZE_MAX / 2 / size)
        return false;
    void *copy = arena_alloc(arena, larger * size);
    if (copy == NULL)
        return false;
    if (count > 0)
        memcpy(copy, *items, count * size);
    *items = copy;
    *room = larger;
    return true;
}

static void free_blocks(struct arena *arena, struct arena_block *block)
{
    while (block != NULL) {
        struct arena_block *next = block->next;
        arena->total -= block->room;
        free(block);
        block = next;
    }
}

void arena_clear(struct arena *arena)
{
    arena->used = 0;
    if (arena->blocks == NULL)
        return;
    free_blocks(arena, arena->blocks->next);
    arena->blocks->next = NULL;
    POISON(arena->blocks->data, arena->blocks->room);

    /* One huge page must not pin its memory for the rest of the run. */
    if (arena->blocks->room > LARGEST_STEP)
        arena_free(arena);
}

void arena_free(struct arena *arena)
{
    free_blocks(arena, arena->blocks);
    *arena = (struct arena){ 0 };
}
