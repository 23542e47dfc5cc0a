#include "indexer/shard/index_curation.h"

#include "core/arena.h"
#include "core/curation.h"
#include "core/fail.h"
#include "core/index_folder.h"
#include "core/index_tables.h"
#include "core/schema.h"
#include "core/shim_status.h"
#include "core/view.h"
#include "indexer/source/source_load.h"

palpate_status index_curation_check(
        const char *name, palpate_view bytes, palpate_error *err)
{
    struct analyzer *analyzer = NULL;
    struct arena arena = { 0 };
    struct curation curation;
    palpate_status status = analyzer_open(&analyzer, err);

    if (status == PALPATE_OK)
        status = curation_read(&curation, &arena, view_of(name), bytes, analyzer, err);
    arena_free(&arena);
    analyzer_close(analyzer);
    return status;
}

palpate_status index_curation_load(
        struct buffer *out, const char *path, palpate_error *err)
{
    struct source_page file = { .id = view_of(path) };
    palpate_error inner = { PALPATE_OK, "" };

    *out = (struct buffer){ 0 };
    if (path[0] == '\0')
        return PALPATE_OK;
    palpate_status status = source_load(&file, out, &inner);
    if (status != PALPATE_OK)
        return fail(err, status, "%s: %s", path, inner.message);
    return index_curation_check(path, buffer_view(out), err);
}

/* Reads it of a database that was opened. */
static palpate_status read_it(
        struct buffer *out, xc_database *database, palpate_error *err)
{
    char *value = NULL;
    size_t size = 0;
    xc_error reason;

    if (xc_database_metadata(&value, &size, database,
                (xc_bytes){ META_CURATION, sizeof META_CURATION - 1 },
                &reason) != XC_OK)
        return shim_failure(&reason, err);
    buffer_append(out, (palpate_view){ value, size });
    xc_free(value);
    return out->failed ? fail(err, PALPATE_NO_MEMORY, "out of memory for the curation")
                       : PALPATE_OK;
}

palpate_status index_curation_differs(
        bool *differs, const char *path, palpate_view bytes, palpate_error *err)
{
    xc_database *database = NULL;
    struct buffer known = { 0 };
    palpate_status status = index_database_open(&database, path, err);

    if (status == PALPATE_OK)
        status = read_it(&known, database, err);
    *differs = status == PALPATE_OK && !view_equals(buffer_view(&known), bytes);
    buffer_free(&known);
    xc_database_close(database);
    return status;
}

palpate_status index_curation_write(
        struct shard *shard, palpate_view bytes, palpate_error *err)
{
    return shard_set(shard, PALPATE_VIEW(META_CURATION), bytes, err);
}

/* The same of a database that may be damaged. */
static palpate_status read_damaged(
        struct buffer *out, const char *path, palpate_error *err)
{
    xc_database *database = NULL;
    struct manifest manifest = { .revision = 0 };
    palpate_status status = index_database_salvage(&database, path, err);

    if (status == PALPATE_OK)
        (void)index_tables_guard_damaged(&manifest, database, path);
    if (status == PALPATE_OK)
        status = read_it(out, database, err);
    xc_database_close(database);
    manifest_free(&manifest);
    return status;
}

palpate_status index_curation_keep(
        struct shard *shard, const struct thesaurus_source *before, palpate_error *err)
{
    struct buffer known = { 0 };
    palpate_status status = PALPATE_OK;

    for (size_t i = 0; i < THESAURUS_SOURCES; i++) {
        palpate_error inner = { PALPATE_OK, "" };
        if (before[i].path == NULL || before[i].path[0] == '\0')
            continue;
        buffer_clear(&known);
        status = read_damaged(&known, before[i].path, &inner);
        if (status == PALPATE_NO_MEMORY)
            return fail(err, status, "%s", inner.message);
        if (status == PALPATE_OK)
            break;
    }
    if (status == PALPATE_OK && known.size > 0)
        status = index_curation_write(shard, buffer_view(&known), err);
    else
        status = PALPATE_OK;
    buffer_free(&known);
    return status;
}
