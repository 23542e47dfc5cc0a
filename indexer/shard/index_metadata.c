#include "indexer/shard/index_metadata.h"

#include <stdlib.h>

#include "core/arena.h"
#include "core/buffer.h"
#include "core/completion.h"
#include "core/digest.h"
#include "core/fail.h"
#include "core/index_folder.h"
#include "core/index_tables.h"
#include "core/schema.h"
#include "core/shim_status.h"
#include "core/thesaurus.h"
#include "core/thesaurus_compile.h"
#include "core/view.h"
#include "indexer/shard/index_curation.h"
#include "indexer/shard/shard.h"
#include "indexer/source/source.h"
#include "indexer/source/source_load.h"

static palpate_status write_stamp(struct shard *shard, palpate_error *err)
{
    struct buffer stamp = { 0 };

    schema_stamp(&stamp, shard_analyzer(shard));
    palpate_status status =
            stamp.failed ? fail(err, PALPATE_NO_MEMORY, "out of memory for the stamp")
                         : shard_set(shard, PALPATE_VIEW(META_STAMP),
                                   buffer_view(&stamp), err);
    buffer_free(&stamp);
    return status;
}

static palpate_status set_prefixed(struct shard *shard, const char *prefix,
        palpate_view key, palpate_view value, palpate_error *err)
{
    struct buffer name = { 0 };

    buffer_append_string(&name, prefix);
    buffer_append(&name, key);
    palpate_status status =
            name.failed
                    ? fail(err, PALPATE_NO_MEMORY, "out of memory for the thesaurus")
                    : shard_set(shard, buffer_view(&name), value, err);
    buffer_free(&name);
    return status;
}

/* Each name is another name of something, so this sees all of them. */
static palpate_status write_names(
        struct shard *shard, palpate_view value, palpate_error *err)
{
    struct arena arena = { 0 };
    struct thesaurus_name *names = NULL;
    uint32_t count = 0;
    palpate_status status = thesaurus_decode(&names, &count, &arena, value, err);

    for (uint32_t i = 0; status == PALPATE_OK && i < count; i++) {
        char key[COMPLETION_SIZE];
        palpate_view words = { key, completion_key(names[i].text, key) };
        if (!names[i].is_short_form && words.size > 0)
            status = set_prefixed(shard, META_NAME, words, names[i].text, err);
    }
    arena_free(&arena);
    return status;
}

static palpate_status write_concept(
        void *user, palpate_view key, palpate_view value, palpate_error *err)
{
    palpate_status status = set_prefixed(user, META_CONCEPT, key, value, err);

    return status == PALPATE_OK ? write_names(user, value, err) : status;
}

/* The files of the options, read. */
struct files {
    struct thesaurus_file *items;
    struct buffer *bytes;
    size_t count;
    char digest[DIGEST_TEXT_SIZE];
};

static void files_free(struct files *files)
{
    for (size_t i = 0; files->bytes != NULL && i < files->count; i++)
        buffer_free(&files->bytes[i]);
    free(files->bytes);
    free(files->items);
}

static void digest_files(struct files *files)
{
    struct digest sum = { 0, 0 };

    for (size_t i = 0; i < files->count; i++) {
        struct digest one = digest_of(files->items[i].bytes);
        sum.high = sum.high * 31 + one.high;
        sum.low = sum.low * 31 + one.low;
    }
    digest_write(sum, files->digest);
}

/* Freed with files_free(), also after a failure. */
static palpate_status read_files(
        struct files *files, const palpate_index_options *options, palpate_error *err)
{
    palpate_error inner = { 0 };

    *files = (struct files){ .count = options->thesaurus_count };
    files->items = calloc(files->count + 1, sizeof *files->items);
    files->bytes = calloc(files->count + 1, sizeof *files->bytes);
    if (files->items == NULL || files->bytes == NULL)
        return fail(err, PALPATE_NO_MEMORY, "out of memory for the thesaurus");
    for (size_t i = 0; i < files->count; i++) {
        struct source_page file = { .id = view_of(options->thesauri[i]) };
        palpate_status status = source_load(&file, &files->bytes[i], &inner);
        if (status != PALPATE_OK)
            return fail(err, status, "%s: %s", options->thesauri[i], inner.message);
        files->items[i] = (struct thesaurus_file){ file.id, file.bytes };
    }
    digest_files(files);
    return PALPATE_OK;
}

static palpate_status write_thesaurus(
        struct shard *shard, const palpate_index_options *options, palpate_error *err)
{
    struct files files;
    palpate_status status = read_files(&files, options, err);

    if (status == PALPATE_OK)
        status = thesaurus_compile(files.items, files.count, shard_analyzer(shard),
                write_concept, shard, err);
    if (status == PALPATE_OK)
        status = shard_set(shard, PALPATE_VIEW(META_THESAURUS),
                (palpate_view){ files.digest, sizeof files.digest }, err);
    files_free(&files);
    return status;
}

palpate_status thesaurus_differs(bool *differs, const char *path,
        const palpate_index_options *options, palpate_error *err)
{
    xc_database *database = NULL;
    char *known = NULL;
    size_t size = 0;
    xc_error reason;
    struct files files;
    palpate_status status = read_files(&files, options, err);

    if (status == PALPATE_OK)
        status = index_database_open(&database, path, err);
    if (status == PALPATE_OK &&
            xc_database_metadata(&known, &size, database,
                    (xc_bytes){ META_THESAURUS, sizeof META_THESAURUS - 1 },
                    &reason) != XC_OK)
        status = shim_failure(&reason, err);
    *differs = status == PALPATE_OK &&
               !view_equals((palpate_view){ known, size },
                       (palpate_view){ files.digest, sizeof files.digest });
    xc_free(known);
    xc_database_close(database);
    files_free(&files);
    return status;
}

/* Whether an entry is one of this form. */
static palpate_status check_entry(palpate_view value, palpate_error *err)
{
    struct arena arena = { 0 };
    struct thesaurus_name *names = NULL;
    uint32_t count = 0;
    palpate_status status = thesaurus_decode(&names, &count, &arena, value, err);

    arena_free(&arena);
    return status;
}

static palpate_status carry_key(struct shard *shard, xc_database *database,
        xc_bytes key, bool with_value, palpate_error *err)
{
    char *value = NULL;
    size_t size = 0;
    xc_error reason;
    palpate_status status = PALPATE_OK;

    if (with_value &&
            xc_database_metadata(&value, &size, database, key, &reason) != XC_OK)
        return shim_failure(&reason, err);
    palpate_view text = { value, size };
    if (with_value && key.data[0] == META_CONCEPT[0])
        status = check_entry(text, err);
    if (status == PALPATE_OK && shard != NULL)
        status = shard_set(shard, (palpate_view){ key.data, key.size }, text, err);
    xc_free(value);
    return status;
}

/* Gives each metadata key of the database that starts with `prefix`, and its value or
   an empty one, to the shard; without a shard it only looks whether all can be read. */
static palpate_status carry_over(struct shard *shard, const char *path,
        const char *prefix, bool with_values, palpate_error *err)
{
    xc_database *database = NULL;
    xc_list *keys = NULL;
    struct manifest manifest = { .revision = 0 };
    xc_error reason = { XC_OK, "" };
    palpate_status status = index_database_salvage(&database, path, err);

    if (status == PALPATE_OK)
        (void)index_tables_guard_damaged(&manifest, database, path);
    if (status == PALPATE_OK &&
            xc_database_metadata_keys(&keys, database,
                    (xc_bytes){ prefix, view_of(prefix).size }, &reason) != XC_OK)
        status = shim_failure(&reason, err);
    for (size_t i = 0; keys != NULL && status == PALPATE_OK && i < keys->count; i++)
        status = carry_key(shard, database, keys->items[i].text, with_values, err);
    xc_list_free(keys);
    xc_database_close(database);
    manifest_free(&manifest);
    return status;
}

static palpate_status carry_thesaurus(
        struct shard *shard, const struct thesaurus_source *before, palpate_error *err)
{
    palpate_status status = carry_over(shard, before->path, META_CONCEPT, true, err);

    if (status == PALPATE_OK)
        status = carry_over(shard, before->path, META_NAME, true, err);
    /* Another version might make other entries of the same files: not to know the files
       lets a run that is given them make the entries anew. */
    if (status == PALPATE_OK && before->is_same_version)
        status = carry_over(shard, before->path, META_THESAURUS, true, err);
    return status;
}

static bool has_thesaurus(const char *path)
{
    xc_database *database = NULL;
    xc_list *keys = NULL;

    bool is_there = index_database_salvage(&database, path, NULL) == PALPATE_OK &&
                    xc_database_metadata_keys(&keys, database,
                            (xc_bytes){ META_CONCEPT, sizeof META_CONCEPT - 1 },
                            NULL) == XC_OK &&
                    keys->count > 0;
    xc_list_free(keys);
    xc_database_close(database);
    return is_there;
}

/* Carries over the thesaurus of the first database that it can be read from. */
static palpate_status keep_thesaurus(
        struct shard *shard, struct thesaurus_source *before, palpate_error *err)
{
    for (size_t i = 0; i < THESAURUS_SOURCES; i++) {
        palpate_error inner = { PALPATE_OK, "" };
        if (before[i].path == NULL || before[i].path[0] == '\0')
            continue;
        palpate_status status = carry_thesaurus(NULL, &before[i], &inner);
        if (status == PALPATE_NO_MEMORY)
            return fail(err, status, "%s", inner.message);
        before[i].is_kept = status == PALPATE_OK &&
                            (!before[i].is_damaged || has_thesaurus(before[i].path));
        if (before[i].is_kept)
            return carry_thesaurus(shard, &before[i], err);
    }
    return PALPATE_OK;
}

palpate_status thesaurus_replace(struct shard *shard, const char *path,
        const palpate_index_options *options, palpate_error *err)
{
    palpate_status status = carry_over(shard, path, META_CONCEPT, false, err);

    if (status == PALPATE_OK)
        status = carry_over(shard, path, META_NAME, false, err);
    return status == PALPATE_OK ? write_thesaurus(shard, options, err) : status;
}

static palpate_status write_base(
        struct shard *shard, const palpate_index_options *options, palpate_error *err)
{
    return shard_set(shard, PALPATE_VIEW(META_BASE), view_of(options->base_url), err);
}

static palpate_status write_shared_blocks(
        struct shard *shard, const struct shared_blocks *shared, palpate_error *err)
{
    struct buffer bytes = { 0 };
    palpate_status status = PALPATE_OK;

    shared_blocks_write(&bytes, shared);
    if (bytes.failed)
        status = fail(err, PALPATE_NO_MEMORY, "out of memory for what pages share");
    else if (bytes.size > 0)
        status = shard_set(
                shard, PALPATE_VIEW(META_SHARED_BLOCKS), buffer_view(&bytes), err);
    buffer_free(&bytes);
    return status;
}

/* Shards are made of a database with term lists. */
static bool is_without_terms(const palpate_index_options *options)
{
    return options->read_only && options->shards < 2;
}

palpate_status index_metadata_write(const char *path, struct thesaurus_source *before,
        const palpate_index_options *options, const struct run_facts *facts,
        palpate_error *err)
{
    struct shard *shard = NULL;
    palpate_status status = shard_create(
            &shard, path, is_without_terms(options), facts->dictionary, err);

    if (status == PALPATE_OK)
        status = write_stamp(shard, err);
    if (status == PALPATE_OK)
        status = write_base(shard, options, err);
    if (status == PALPATE_OK)
        status = write_shared_blocks(shard, facts->shared, err);
    if (status == PALPATE_OK)
        status =
                shard_set(shard, PALPATE_VIEW(META_DICTIONARY), facts->dictionary, err);
    if (status == PALPATE_OK)
        status = shard_set(
                shard, PALPATE_VIEW(META_DICTIONARY_COPY), facts->dictionary, err);
    if (status == PALPATE_OK)
        status = shard_set(shard, PALPATE_VIEW(META_OPTIONS), facts->remembers, err);
    if (status == PALPATE_OK && options->read_only)
        status = shard_set(shard, PALPATE_VIEW(META_READ_ONLY), PALPATE_VIEW("1"), err);
    if (status == PALPATE_OK && options->thesaurus_count > 0)
        status = write_thesaurus(shard, options, err);
    else if (status == PALPATE_OK)
        status = keep_thesaurus(shard, before, err);
    if (status == PALPATE_OK)
        status = facts->curation.data != NULL
                         ? index_curation_write(shard, facts->curation, err)
                         : index_curation_keep(shard, before, err);
    if (status == PALPATE_OK)
        status = shard_commit(shard, err);
    shard_close(shard);
    return status;
}
