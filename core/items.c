#include "core/items.h"

#include <stdint.h>
#include <stdlib.h>

bool items_grow(void **items, size_t *room, size_t count, size_t size)
{
    if (count < *room)
        return true;
    /* By half, as what is not used of a large array is memory all the same. */
    size_t larger = *room == 0 ? 8 : *room + *room / 2;
    if (larger < *room || larger > SIZE_MAX / 2 / size)
        return false;
    void *moved = realloc(*items, larger * size);
    if (moved == NULL)
        return false;
    *items = moved;
    *room = larger;
    return true;
}
