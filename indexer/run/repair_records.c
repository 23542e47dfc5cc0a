#include "indexer/run/repair_records.h"

#include <stdio.h>
#include <string.h>

#include "core/digest.h"
#include "core/fail.h"
#include "core/index_tables.h"
#include "core/record_dictionary.h"
#include "core/schema.h"
#include "core/view.h"
#include "indexer/shard/index_metadata.h"
#include "indexer/shard/merge.h"
#include "indexer/shard/salvage.h"
#include "indexer/shard/shard.h"
#include "indexer/shard/split.h"

struct repair {
    struct run *run;
    palpate_index_repair_summary *summary;
    xc_database *database; /* the damaged one */
    struct manifest manifest;
    struct shard *shard; /* the new one */
    bool has_catalog;    /* all of it could be read, and checked */
};

/* Reads a value of the metadata; the caller frees it. */
static palpate_view read_value(struct repair *repair, const char *name)
{
    char *value = NULL;
    size_t size = 0;

    if (xc_database_metadata(&value, &size, repair->database,
                (xc_bytes){ name, strlen(name) }, NULL) != XC_OK)
        return (palpate_view){ NULL, 0 };
    return (palpate_view){ value, size };
}

/* Reads the dictionary of the records, or its copy.  Where neither can be read there
   may be none: records that were made with another one are told by their sums. */
static void read_dictionary(struct repair *repair)
{
    static const char *const NAMES[] = { META_DICTIONARY, META_DICTIONARY_COPY };
    struct buffer *out = &repair->run->dictionary;
    palpate_view unwanted;

    for (size_t i = 0; i < sizeof NAMES / sizeof *NAMES && out->size == 0; i++) {
        palpate_view stored = read_value(repair, NAMES[i]);
        if (record_dictionary_read(&unwanted, stored, NULL) == PALPATE_OK)
            buffer_append(out, stored);
        xc_free((char *)stored.data);
    }
}

/* Reads what the next build goes by. */
static void read_settings(struct repair *repair)
{
    struct run *run = repair->run;
    palpate_view base = read_value(repair, META_BASE);
    palpate_view shared = read_value(repair, META_SHARED_BLOCKS);
    palpate_view read_only = read_value(repair, META_READ_ONLY);
    palpate_view options = read_value(repair, META_OPTIONS);

    run->base_url = (char *)base.data;
    run->settings.base_url = base.size > 0 ? base.data : NULL;
    run->settings.read_only = read_only.size > 0;
    (void)shared_blocks_read(&run->shared, shared);
    xc_free((char *)shared.data);
    buffer_append(&run->remembers, options);
    read_dictionary(repair);
    xc_free((char *)read_only.data);
    xc_free((char *)options.data);
}

static palpate_status open_damaged(struct repair *repair, palpate_error *err)
{
    struct run *run = repair->run;
    palpate_error inner = { PALPATE_OK, "" };
    palpate_status status =
            index_database_salvage(&repair->database, run->generation.live, &inner);

    if (status != PALPATE_OK)
        return fail(err, PALPATE_CORRUPT, "%s", inner.message);
    bool is_checked = index_tables_guard_damaged(
            &repair->manifest, repair->database, run->generation.live);
    repair->has_catalog =
            catalog_read(&run->catalog, repair->database, NULL) == PALPATE_OK &&
            is_checked;
    if (!repair->has_catalog) {
        catalog_free(&run->catalog);
        status = catalog_read(&run->catalog, NULL, err);
    }
    read_settings(repair);
    run->settings.shards = index_shard_count(run->generation.live);
    return status;
}

/* What the catalog does not know the next update would index a second time. */
static palpate_status add_article(
        void *user, const struct article *article, palpate_view url, palpate_error *err)
{
    struct repair *repair = user;
    uint64_t key = hash_of(url);
    struct catalog_entry *entry = NULL;

    if (repair->has_catalog) {
        entry = catalog_holder(&repair->run->catalog, key);
        if (entry == NULL || entry->outcome != OUTCOME_INDEXED || entry->is_seen)
            return PALPATE_OK;
        entry->is_seen = true;
    }
    repair->summary->pages++;
    return shard_add(repair->shard, article, url, key, err);
}

/* A page that is lost is forgotten, so that the next update reads it as a new one. */
static palpate_status write_catalog(struct repair *repair, palpate_error *err)
{
    struct catalog *catalog = &repair->run->catalog;
    palpate_status status = PALPATE_OK;

    for (uint32_t i = 0; status == PALPATE_OK && i < catalog->count; i++) {
        const struct catalog_entry *entry = &catalog->entries[i];
        if (entry->outcome != OUTCOME_INDEXED || entry->is_seen) {
            status = shard_note(repair->shard, entry, err);
            continue;
        }
        repair->summary->lost_pages++;
        run_remark(repair->run, entry->id,
                "the stored passages are damaged: the next run reads it again");
    }
    if (status == PALPATE_OK && !repair->has_catalog)
        status = shard_set(
                repair->shard, PALPATE_VIEW(META_REPAIRED), PALPATE_VIEW("1"), err);
    repair->summary->reads_all = !repair->has_catalog;
    return status;
}

/* Takes what is whole in one of the databases; one that is gone has nothing. */
static palpate_status salvage_shard(struct repair *repair, struct salvage_loss *sum,
        unsigned place, palpate_error *err)
{
    char path[INDEX_PATH];
    struct salvage_loss loss = { 0, 0 };
    xc_database *database = NULL;
    palpate_status status = PALPATE_OK;

    (void)index_shard_path(path, repair->run->generation.live, place);
    if (place == 0)
        status = salvage_articles(
                &loss, repair->database, path, add_article, repair, err);
    else if (index_database_salvage(&database, path, NULL) == PALPATE_OK)
        status = salvage_articles(&loss, database, path, add_article, repair, err);
    xc_database_close(database);
    sum->articles += loss.articles;
    sum->passages += loss.passages;
    return status;
}

static palpate_status salvage_all(
        struct repair *repair, struct salvage_loss *sum, palpate_error *err)
{
    unsigned count = index_shard_count(repair->run->generation.live);
    palpate_status status = PALPATE_OK;

    for (unsigned i = 0; status == PALPATE_OK && i < count; i++)
        status = salvage_shard(repair, sum, i, err);
    return status;
}

static palpate_status fill_part(struct repair *repair, palpate_error *err)
{
    struct run *run = repair->run;
    char path[INDEX_PATH];
    struct salvage_loss loss = { 0, 0 };

    merge_part_path(path, run->generation.fresh, 0);
    palpate_status status = shard_create(&repair->shard, path,
            run->settings.read_only && run->settings.shards < 2,
            buffer_view(&run->dictionary), err);
    if (status == PALPATE_OK)
        status = salvage_all(repair, &loss, err);
    if (status == PALPATE_OK && repair->summary->pages == 0)
        status = fail(err, PALPATE_CORRUPT, "no stored article can be read");
    if (status == PALPATE_OK)
        status = write_catalog(repair, err);
    if (status == PALPATE_OK && !repair->has_catalog)
        repair->summary->lost_pages = loss.articles;
    return status == PALPATE_OK ? shard_finish(repair->shard, err) : status;
}

static palpate_status put_together(struct repair *repair, palpate_error *err)
{
    struct run *run = repair->run;
    const char *folder = run->generation.fresh;
    char path[INDEX_PATH];
    struct thesaurus_source before[THESAURUS_SOURCES] = {
        { .path = run->generation.live, .is_same_version = true, .is_damaged = true },
        { .path = NULL },
    };

    merge_metadata_path(path, folder);
    const struct run_facts facts = { &run->shared, buffer_view(&run->dictionary),
        buffer_view(&run->remembers), { NULL, 0 } };
    palpate_status status =
            index_metadata_write(path, before, &run->settings, &facts, err);
    if (status != PALPATE_OK)
        return status;
    repair->summary->lost_thesaurus = !before[0].is_kept;
    if (!before[0].is_kept)
        run_note(run, "the thesaurus, if the index had one, cannot be read any more: "
                      "give --thesaurus again");
    const struct split split = { (unsigned)run->settings.shards, 1,
        run->settings.read_only };
    status = split_parts(folder, 1, &split, err);
    if (status != PALPATE_OK)
        return status;
    generation_trim(&run->generation);
    return generation_publish(&run->generation, err);
}

palpate_status repair_records(
        palpate_index_repair_summary *summary, struct run *run, palpate_error *err)
{
    struct repair repair = { .run = run, .summary = summary };
    palpate_status status = open_damaged(&repair, err);

    run->generation.live_is_damaged = true;
    if (status == PALPATE_OK)
        status = generation_begin(&run->generation, err);
    if (status == PALPATE_OK)
        status = fill_part(&repair, err);
    if (status == PALPATE_OK)
        status = put_together(&repair, err);
    shard_close(repair.shard);
    xc_database_close(repair.database);
    manifest_free(&repair.manifest);
    summary->how = PALPATE_REPAIR_REBUILT;
    return status;
}
