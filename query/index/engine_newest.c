#include "query/index/engine_newest.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "core/fail.h"
#include "core/index_damage.h"
#include "core/index_shards.h"
#include "core/schema.h"
#include "core/shim_status.h"
#include "core/view.h"

static bool is_same_stub(const struct stat *a, const struct stat *b)
{
    return a->st_ino == b->st_ino && a->st_dev == b->st_dev &&
           a->st_mtim.tv_sec == b->st_mtim.tv_sec &&
           a->st_mtim.tv_nsec == b->st_mtim.tv_nsec;
}

palpate_status engine_no_index(
        const struct engine *engine, const xc_error *reason, palpate_error *err)
{
    palpate_error inner;
    palpate_status status = shim_reason(reason, &inner);

    if (status == PALPATE_NO_INDEX)
        return fail(err, status,
                "%s: there is no index here (%s): build one with palpate-index",
                engine->path, inner.message);
    return fail(err, status, "%s: %s", engine->path, inner.message);
}

static palpate_status check_stamp(
        const struct engine *engine, xc_database *database, palpate_error *err)
{
    char *stamp = NULL;
    size_t size = 0;
    xc_error reason;
    palpate_error inner;

    if (xc_database_metadata(&stamp, &size, database,
                (xc_bytes){ META_STAMP, sizeof META_STAMP - 1 }, &reason) != XC_OK)
        return engine_no_index(engine, &reason, err);
    palpate_status status =
            schema_check((palpate_view){ stamp, size }, engine->analyzer, &inner);
    xc_free(stamp);
    return status == PALPATE_OK
                   ? PALPATE_OK
                   : fail(err, status, "%s: %s", engine->path, inner.message);
}

/* Whether each database is of this version and as its manifest says. */
static palpate_status check_databases(struct manifest *manifests,
        const struct engine *engine, xc_database *database, const char *path,
        palpate_error *err)
{
    palpate_error inner;
    palpate_status status = PALPATE_OK;

    for (size_t i = 0; status == PALPATE_OK && i < xc_database_shards(database); i++)
        status = check_stamp(engine, xc_database_part(database, i), err);
    if (status != PALPATE_OK)
        return status;
    status = index_shards_guard(manifests, database, path, &inner);
    return status == PALPATE_OK
                   ? PALPATE_OK
                   : fail(err, status, "%s: %s", engine->path, inner.message);
}

palpate_status engine_measure(struct engine *engine, uint32_t *passages, uint32_t *last,
        xc_database *database, palpate_error *err)
{
    xc_error reason;

    return xc_database_count(passages, database, &reason) == XC_OK &&
                           xc_database_last_docid(last, database, &reason) == XC_OK
                   ? PALPATE_OK
                   : engine_no_index(engine, &reason, err);
}

bool engine_is_replaced(const struct engine *engine, const struct index_folder *folder)
{
    char name[INDEX_PATH];
    struct stat now;

    (void)snprintf(name, sizeof name, "%s/%s", engine->path, INDEX_STUB);
    if (lstat(name, &now) != 0)
        memset(&now, 0, sizeof now);
    return !is_same_stub(&now, &folder->stub);
}

static palpate_status open_live(xc_database **out, struct index_folder *folder,
        const struct engine *engine, palpate_error *err)
{
    /* A generation can be gone before it is opened, where two are built meanwhile. */
    enum { TRIES = 3 };
    palpate_status status = PALPATE_OK;

    for (unsigned i = 0; i < TRIES && (i == 0 || engine_is_replaced(engine, folder));
            i++) {
        status = index_folder_read(folder, engine->path, err);
        if (status == PALPATE_OK)
            status = index_shards_open(out, folder->database, folder->shards, err);
        if (status == PALPATE_OK)
            break;
    }
    return status;
}

void engine_close_database(xc_database *database, struct manifest *manifests)
{
    xc_database_close(database);
    index_shards_free(manifests, MAX_SHARDS);
}

static palpate_status open_checked(struct engine *engine, struct index_folder *folder,
        xc_database **database, struct manifest *manifests, palpate_error *err)
{
    /* Two builds meanwhile take away what was opened, and its manifest with it. */
    enum { TRIES = 3 };
    palpate_status status = PALPATE_OK;

    for (unsigned i = 0; i < TRIES && (i == 0 || engine_is_replaced(engine, folder));
            i++) {
        xc_database_close(*database);
        *database = NULL;
        status = open_live(database, folder, engine, err);
        if (status == PALPATE_OK)
            status = check_databases(
                    manifests, engine, *database, folder->database, err);
        if (status == PALPATE_OK)
            break;
    }
    return status;
}

palpate_status engine_open_newest(struct engine *engine, palpate_error *err)
{
    xc_database *database = NULL;
    struct record_packing *packing = NULL;
    struct manifest *manifests = calloc(MAX_SHARDS, sizeof *manifests);
    struct index_folder folder;
    uint32_t passages = 0;
    uint32_t last = 0;

    if (manifests == NULL)
        return fail(err, PALPATE_NO_MEMORY, "out of memory for the manifest");
    palpate_status status = open_checked(engine, &folder, &database, manifests, err);
    if (status == PALPATE_OK)
        status = engine_measure(engine, &passages, &last, database, err);
    if (status == PALPATE_OK)
        status = record_packing_read(&packing, database, err);
    if (status != PALPATE_OK) {
        engine_close_database(database, manifests);
        return index_damage(status, engine->path, folder.number, engine->analyzer, err);
    }
    engine_close_database(engine->database, engine->manifests);
    engine_forget_terms(engine);
    record_cache_forget(&engine->records);
    record_packing_close(engine->packing);
    engine->database = database;
    engine->packing = packing;
    engine->manifests = manifests;
    engine->folder = folder;
    engine->passages = passages;
    engine->last = last;
    return engine_learn_languages(engine, err);
}

palpate_status engine_guard_newest(struct engine *engine, palpate_error *err)
{
    palpate_error inner = { PALPATE_OK, "" };

    if (xc_database_is_guarded(engine->database))
        return PALPATE_OK;
    palpate_status status = index_shards_guard(
            engine->manifests, engine->database, engine->folder.database, &inner);
    /* A build that was published since has taken the generation away. */
    if (status == PALPATE_OK || engine_is_replaced(engine, &engine->folder))
        return PALPATE_OK;
    (void)fail(err, status, "%s: %s", engine->path, inner.message);
    return index_damage(
            status, engine->path, engine->folder.number, engine->analyzer, err);
}
