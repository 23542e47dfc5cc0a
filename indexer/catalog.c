#include "indexer/catalog.h"

#include "core/fail.h"
#include "core/schema.h"
#include "core/shim_status.h"
#include "core/varint.h"
#include "core/view.h"

enum {
    CATALOG_VERSION = 1,
    ID_MOST = 200, /* bytes of an id that is its own key; longer ones are hashed */
    FLAG_COPY = 0x80
};

void catalog_key(struct buffer *out, palpate_view id)
{
    char digits[DIGEST_TEXT_SIZE];

    buffer_append_string(out, META_SOURCE);
    for (size_t i = 0; i < id.size; i++) {
        if (id.size <= ID_MOST && id.data[i] != '\0')
            continue;
        buffer_append_byte(out, '#');
        digest_write(digest_of(id), digits);
        buffer_append(out, (palpate_view){ digits, sizeof digits });
        return;
    }
    buffer_append(out, id);
}

void catalog_value(struct buffer *out, const struct catalog_entry *entry)
{
    buffer_append_byte(out, CATALOG_VERSION);
    buffer_append_byte(out, (char)(entry->outcome | (entry->is_copy ? FLAG_COPY : 0)));
    varint_append(out, entry->digest.high);
    varint_append(out, entry->digest.low);
    varint_append(out, entry->size);
    varint_append(out, entry->modified);
    varint_append(out, entry->article);
    varint_append(out, entry->passages);
    buffer_append(out, entry->id);
}

static bool read_value(struct catalog_entry *entry, palpate_view value)
{
    uint64_t passages = 0;

    if (value.size < 2 || value.data[0] != CATALOG_VERSION)
        return false;
    unsigned char outcome = (unsigned char)value.data[1];
    value = view_slice(value, 2, value.size);
    entry->is_copy = (outcome & FLAG_COPY) != 0;
    entry->outcome = (enum page_outcome)(outcome & ~(unsigned)FLAG_COPY);
    if (entry->outcome > OUTCOME_FAILED || !varint_take(&value, &entry->digest.high) ||
            !varint_take(&value, &entry->digest.low) ||
            !varint_take(&value, &entry->size) ||
            !varint_take(&value, &entry->modified) ||
            !varint_take(&value, &entry->article) || !varint_take(&value, &passages))
        return false;
    entry->passages = (uint32_t)passages;
    entry->id = value;
    return true;
}

static palpate_status add_entry(struct catalog *catalog, xc_database *database,
        xc_bytes key, palpate_error *err)
{
    struct catalog_entry entry = { .is_seen = false };
    char *value = NULL;
    size_t size = 0;
    xc_error reason;

    if (xc_database_metadata(&value, &size, database, key, &reason) != XC_OK)
        return shim_failure(&reason, err);
    palpate_view copy = arena_copy(&catalog->arena, (palpate_view){ value, size });
    xc_free(value);
    if (copy.data == NULL || !arena_grow(&catalog->arena, (void **)&catalog->entries,
                                     &catalog->room, catalog->count, sizeof entry))
        return fail(err, PALPATE_NO_MEMORY, "out of memory for the catalog");
    if (!read_value(&entry, copy))
        return fail(err, PALPATE_CORRUPT,
                "the catalog of the index is damaged: rebuild it with --rebuild");
    catalog->entries[catalog->count++] = entry;
    return PALPATE_OK;
}

static uint32_t slot_of(const struct catalog *catalog, palpate_view id)
{
    uint32_t slot = (uint32_t)hash_of(id) & catalog->mask;

    while (catalog->slots[slot] != 0 &&
            !view_equals(catalog->entries[catalog->slots[slot] - 1].id, id))
        slot = (slot + 1) & catalog->mask;
    return slot;
}

static palpate_status hash_entries(struct catalog *catalog, palpate_error *err)
{
    catalog->mask = 15;
    while (catalog->mask < catalog->count * 2)
        catalog->mask = catalog->mask * 2 + 1;
    catalog->slots =
            arena_zeroed(&catalog->arena, (size_t)catalog->mask + 1, sizeof(uint32_t));
    if (catalog->slots == NULL)
        return fail(err, PALPATE_NO_MEMORY, "out of memory for the catalog");
    for (uint32_t i = 0; i < catalog->count; i++)
        catalog->slots[slot_of(catalog, catalog->entries[i].id)] = i + 1;
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
        return shim_failure(&reason, err);
    for (size_t i = 0; keys != NULL && status == PALPATE_OK && i < keys->count; i++)
        status = add_entry(catalog, database, keys->items[i].text, err);
    xc_list_free(keys);
    return status == PALPATE_OK ? hash_entries(catalog, err) : status;
}

void catalog_free(struct catalog *catalog)
{
    arena_free(&catalog->arena);
    *catalog = (struct catalog){ 0 };
}

struct catalog_entry *catalog_find(const struct catalog *catalog, palpate_view id)
{
    uint32_t slot = catalog->slots[slot_of(catalog, id)];

    return slot == 0 ? NULL : &catalog->entries[slot - 1];
}
