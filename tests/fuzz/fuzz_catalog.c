/* A key, a NUL and a value are an entry of the catalog, or none: what is read is
   written and read the same again. */
#include "core/view.h"
#include "fuzz.h"
#include "indexer/shard/catalog.h"

static void require_same(
        const struct catalog_entry *entry, const struct catalog_entry *again)
{
    REQUIRE(view_equals(entry->id, again->id));
    REQUIRE(entry->digest.high == again->digest.high);
    REQUIRE(entry->digest.low == again->digest.low);
    REQUIRE(entry->size == again->size && entry->modified == again->modified);
    REQUIRE(entry->article == again->article && entry->text == again->text);
    REQUIRE(entry->signature == again->signature && entry->title == again->title);
    REQUIRE(entry->passages == again->passages && entry->url_size == again->url_size);
    REQUIRE(entry->outcome == again->outcome && entry->is_copy == again->is_copy);
    REQUIRE(entry->original == again->original && entry->amp == again->amp);
    REQUIRE(entry->place == again->place && entry->claim == again->claim);
}

void fuzz_one(palpate_view bytes)
{
    palpate_view key = fuzz_part(&bytes);
    struct catalog_entry entry;
    struct catalog_entry again;
    struct buffer new_key = { 0 };
    struct buffer new_value = { 0 };

    if (!catalog_entry_read(&entry, key, bytes))
        return;
    REQUIRE(entry.outcome <= OUTCOME_NO_ARTICLE);
    catalog_key(&new_key, entry.id);
    catalog_value(&new_value, &entry);
    REQUIRE(catalog_entry_read(&again, buffer_view(&new_key), buffer_view(&new_value)));
    require_same(&entry, &again);
    buffer_free(&new_key);
    buffer_free(&new_value);
}
