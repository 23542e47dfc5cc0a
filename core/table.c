#include "core/table.h"

#include <stdlib.h>
#include <string.h>

enum { FIRST_ROOM = 16 };

bool table_make_room(struct table *table, size_t more)
{
    struct table larger = *table;

    if ((table->count + more) * 2 <= table->room)
        return true;
    larger.room = table->room == 0 ? FIRST_ROOM : table->room * 2;
    while (larger.room < (table->count + more) * 2)
        larger.room *= 2;
    larger.slots = table->arena == NULL ? calloc(larger.room, sizeof *larger.slots)
                                        : arena_zeroed(table->arena, larger.room,
                                                  sizeof *larger.slots);
    if (larger.slots == NULL)
        return false;
    for (size_t i = 0; i < table->room; i++) {
        const struct table_slot *slot = &table->slots[i];
        struct table_slot *to =
                slot->number == 0 ? NULL : table_first(&larger, slot->hash);
        while (to != NULL && to->number != 0)
            to = table_next(&larger, to);
        if (to != NULL)
            *to = *slot;
    }
    if (table->arena == NULL)
        free(table->slots);
    *table = larger;
    return true;
}

void table_clear(struct table *table)
{
    if (table->room > 0)
        memset(table->slots, 0, table->room * sizeof *table->slots);
    table->count = 0;
}

void table_free(struct table *table)
{
    free(table->slots);
    *table = (struct table){ .slots = NULL };
}
