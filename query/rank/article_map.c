#include "query/rank/article_map.h"

static struct table_slot *slot_of(const struct article_map *map, uint64_t article)
{
    struct table_slot *slot = table_first(&map->table, article);

    while (slot->number != 0 && map->entries[slot->number - 1].article != article)
        slot = table_next(&map->table, slot);
    return slot;
}

uint32_t article_map_find(const struct article_map *map, uint64_t article)
{
    const struct table_slot *slot = map->table.room == 0 ? NULL : slot_of(map, article);

    return slot == NULL || slot->number == 0 ? 0 : map->entries[slot->number - 1].value;
}

bool article_map_set(struct article_map *map, uint64_t article, uint32_t value)
{
    size_t count = map->table.count;

    map->table.arena = map->arena;
    if (!table_make_room(&map->table, 1) ||
            !arena_grow(map->arena, (void **)&map->entries, &map->room, count,
                    sizeof *map->entries))
        return false;
    struct table_slot *slot = slot_of(map, article);
    if (slot->number == 0)
        table_put(&map->table, slot, article, count + 1);
    map->entries[slot->number - 1] = (struct article_entry){ article, value };
    return true;
}
