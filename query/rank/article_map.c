#include "query/rank/article_map.h"

enum { FIRST_ROOM = 256 };

/* Where an article stands, or would. */
static struct article_entry *place_of(
        struct article_entry *entries, size_t room, uint64_t article)
{
    size_t place =
            (size_t)((article ^ article >> 29) * UINT64_C(0x9e3779b97f4a7c15) >> 32);

    for (;; place++) {
        struct article_entry *entry = &entries[place & (room - 1)];
        if (entry->value == 0 || entry->article == article)
            return entry;
    }
}

/* Makes room for one more, half of the places staying free. */
static bool make_room(struct article_map *map)
{
    if (map->count * 2 < map->room)
        return true;
    size_t room = map->room == 0 ? FIRST_ROOM : map->room * 2;
    struct article_entry *entries = arena_zeroed(map->arena, room, sizeof *entries);
    if (entries == NULL)
        return false;
    for (size_t i = 0; i < map->room; i++)
        if (map->entries[i].value != 0)
            *place_of(entries, room, map->entries[i].article) = map->entries[i];
    map->entries = entries;
    map->room = room;
    return true;
}

uint32_t article_map_find(const struct article_map *map, uint64_t article)
{
    return map->room == 0 ? 0 : place_of(map->entries, map->room, article)->value;
}

bool article_map_set(struct article_map *map, uint64_t article, uint32_t value)
{
    if (!make_room(map))
        return false;
    struct article_entry *entry = place_of(map->entries, map->room, article);
    map->count += entry->value == 0;
    *entry = (struct article_entry){ article, value };
    return true;
}
