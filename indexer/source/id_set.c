#include "indexer/source/id_set.h"

#include <stdlib.h>

#include "core/items.h"

static struct table_slot *find_slot(const struct id_set *set, struct digest id)
{
    struct table_slot *slot = table_first(&set->table, id.low);

    while (slot->number != 0 && !digest_equals(set->ids[slot->number - 1], id))
        slot = table_next(&set->table, slot);
    return slot;
}

bool id_set_add(struct id_set *set, palpate_view id, bool *is_new)
{
    struct digest digest = digest_of(id);
    size_t count = set->table.count;

    if (!table_make_room(&set->table, 1) ||
            !items_grow((void **)&set->ids, &set->room, count, sizeof *set->ids))
        return false;
    struct table_slot *slot = find_slot(set, digest);
    *is_new = slot->number == 0;
    if (*is_new) {
        set->ids[count] = digest;
        table_put(&set->table, slot, digest.low, count + 1);
    }
    return true;
}

bool id_set_has(const struct id_set *set, palpate_view id)
{
    return set->table.count > 0 && find_slot(set, digest_of(id))->number != 0;
}

void id_set_free(struct id_set *set)
{
    free(set->ids);
    table_free(&set->table);
    *set = (struct id_set){ .ids = NULL };
}
