#include "indexer/shard/catalog.h"

#include <stdlib.h>

#include "core/fail.h"
#include "core/items.h"
#include "core/schema.h"
#include "core/shim_status.h"
#include "core/view.h"

static palpate_status add_entry(struct catalog *catalog, xc_database *database,
        xc_bytes key, palpate_error *err)
{
    struct catalog_entry entry;
    char *value = NULL;
    size_t size = 0;
    xc_error reason;

    if (xc_database_metadata(&value, &size, database, key, &reason) != XC_OK)
        return shim_reason(&reason, err);
    palpate_view copy = arena_copy(&catalog->arena, (palpate_view){ value, size });
    palpate_view name =
            arena_copy(&catalog->arena, (palpate_view){ key.data, key.size });
    xc_free(value);
    if (copy.data == NULL || name.data == NULL ||
            !items_grow((void **)&catalog->entries, &catalog->room, catalog->count,
                    sizeof entry))
        return fail(err, PALPATE_NO_MEMORY, "out of memory for the catalog");
    if (!catalog_entry_read(&entry, name, copy))
        return fail(err, PALPATE_CORRUPT,
                "the catalog of the index is damaged: rebuild it with --rebuild");
    catalog->entries[catalog->count++] = entry;
    return PALPATE_OK;
}

static struct table_slot *id_slot(const struct catalog *catalog, palpate_view id)
{
    struct table_slot *slot = table_first(&catalog->ids, hash_of(id));

    while (slot->number != 0 && !view_equals(catalog->entries[slot->number - 1].id, id))
        slot = table_next(&catalog->ids, slot);
    return slot;
}

bool catalog_holds(const struct catalog_entry *entry)
{
    return entry->outcome == OUTCOME_INDEXED || entry->outcome == OUTCOME_FOLDED;
}

/* Where an address stands, or would be put.  An address that is no longer held is
   skipped. */
static struct table_slot *article_slot(const struct catalog *catalog, uint64_t article)
{
    struct table_slot *slot = table_first(&catalog->articles, article);

    for (; slot->number != 0; slot = table_next(&catalog->articles, slot)) {
        const struct catalog_entry *entry = &catalog->entries[slot->number - 1];
        if (entry->article == article && catalog_holds(entry))
            break;
    }
    return slot;
}

/* Notes who has an address; there is room. */
static void note_holder(struct catalog *catalog, const struct catalog_entry *entry)
{
    if (catalog_holds(entry))
        table_put(&catalog->articles, article_slot(catalog, entry->article),
                entry->article, (size_t)(entry - catalog->entries) + 1);
}

/* Makes room in both tables for `more` entries. */
static bool make_room(struct catalog *catalog, size_t more)
{
    return table_make_room(&catalog->ids, more) &&
           table_make_room(&catalog->articles, more);
}

static void hash_entry(struct catalog *catalog, uint32_t number)
{
    const struct catalog_entry *entry = &catalog->entries[number];

    table_put(
            &catalog->ids, id_slot(catalog, entry->id), hash_of(entry->id), number + 1);
    note_holder(catalog, entry);
}

/* Fills the tables; with room for another entry even where there is none. */
static palpate_status hash_entries(struct catalog *catalog, palpate_error *err)
{
    if (!make_room(catalog, catalog->count + 1))
        return fail(err, PALPATE_NO_MEMORY, "out of memory for the catalog");
    for (uint32_t i = 0; i < catalog->count; i++)
        hash_entry(catalog, i);
    return PALPATE_OK;
}

palpate_status catalog_read(
        struct catalog *catalog, xc_database *database, palpate_error *err)
{
    xc_list *keys = NULL;
    xc_error reason;
    palpate_status status = PALPATE_OK;

    *catalog = (struct catalog){ 0 };
    if (database != NULL && xc_database_metadata_keys(&keys, database,
                                    (xc_bytes){ META_SOURCE, sizeof META_SOURCE - 1 },
                                    &reason) != XC_OK)
        return shim_reason(&reason, err);
    for (size_t i = 0; keys != NULL && status == PALPATE_OK && i < keys->count; i++)
        status = add_entry(catalog, database, keys->items[i].text, err);
    xc_list_free(keys);
    return status == PALPATE_OK ? hash_entries(catalog, err) : status;
}

void catalog_free(struct catalog *catalog)
{
    free(catalog->entries);
    table_free(&catalog->ids);
    table_free(&catalog->articles);
    arena_free(&catalog->arena);
    *catalog = (struct catalog){ 0 };
}

struct catalog_entry *catalog_find(const struct catalog *catalog, palpate_view id)
{
    uint32_t number = id_slot(catalog, id)->number;

    return number == 0 ? NULL : &catalog->entries[number - 1];
}

struct catalog_entry *catalog_holder(const struct catalog *catalog, uint64_t article)
{
    uint32_t number = article_slot(catalog, article)->number;

    return number == 0 ? NULL : &catalog->entries[number - 1];
}

uint64_t catalog_count_before(const struct catalog *catalog)
{
    uint64_t count = 0;

    for (uint32_t i = 0; i < catalog->count; i++)
        count += catalog->entries[i].was_indexed;
    return count;
}

uint64_t catalog_count_lost(const struct catalog *catalog)
{
    uint64_t count = 0;

    for (uint32_t i = 0; i < catalog->count; i++) {
        const struct catalog_entry *entry = &catalog->entries[i];
        count += entry->was_indexed && entry->outcome != OUTCOME_INDEXED &&
                 catalog_holder(catalog, entry->held) == NULL;
    }
    return count;
}

palpate_status catalog_put(
        struct catalog *catalog, const struct catalog_entry *entry, palpate_error *err)
{
    struct catalog_entry *old = catalog_find(catalog, entry->id);
    struct catalog_entry copy = *entry;

    /* Each move to another address takes a slot. */
    if (!make_room(catalog, 1))
        return fail(err, PALPATE_NO_MEMORY, "out of memory for the catalog");
    if (old != NULL) {
        copy.id = old->id;
        copy.was_indexed = old->was_indexed;
        copy.held = old->held;
        *old = copy;
        /* Its address may be another one now; old places of it are skipped. */
        note_holder(catalog, old);
        return PALPATE_OK;
    }
    copy.id = arena_copy(&catalog->arena, entry->id);
    if (copy.id.data == NULL || !items_grow((void **)&catalog->entries, &catalog->room,
                                        catalog->count, sizeof copy))
        return fail(err, PALPATE_NO_MEMORY, "out of memory for the catalog");
    catalog->entries[catalog->count++] = copy;
    hash_entry(catalog, catalog->count - 1);
    return PALPATE_OK;
}
