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

/* What is being opened, to take the place of what is open. */
struct opened {
    xc_database *database;
    struct manifest *manifests;
    struct wide_index *wide;
    struct index_folder folder;
    struct record_packing *packings[MAX_SHARDS];
    unsigned packing_count;
};

static void opened_close(struct opened *opened)
{
    for (unsigned i = 0; i < opened->packing_count; i++)
        record_packing_close(opened->packings[i]);
    xc_database_close(opened->database);
    wide_index_close(opened->wide);
    index_shards_free(opened->manifests, MAX_SHARDS);
}

void engine_close_database(struct engine *engine)
{
    struct opened opened = { engine->database, engine->manifests, engine->wide,
        .packing_count = engine->packing_count };

    memcpy(opened.packings, engine->packings, sizeof opened.packings);
    opened_close(&opened);
}

static palpate_status guard(struct opened *opened, palpate_error *err)
{
    return opened->wide != NULL
                   ? wide_index_guard(
                             opened->manifests, opened->wide, opened->database, err)
                   : index_shards_guard(opened->manifests, opened->database,
                             opened->folder.database, err);
}

/* Whether each database is of this version and as its manifest says. */
static palpate_status check_databases(
        struct opened *opened, const struct engine *engine, palpate_error *err)
{
    xc_database *database = opened->database;
    palpate_error inner;
    palpate_status status = PALPATE_OK;

    if (opened->wide != NULL)
        status = check_stamp(engine, opened->wide->head, err);
    /* Servers have what they had when the head was written, which found it right. */
    for (size_t i = 0; status == PALPATE_OK && !xc_database_has_remote(database) &&
                       i < xc_database_shards(database);
            i++)
        status = check_stamp(engine, xc_database_part(database, i), err);
    if (status != PALPATE_OK)
        return status;
    status = guard(opened, &inner);
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

static bool is_replaced(const struct engine *engine, const struct opened *opened)
{
    char name[INDEX_PATH];
    struct stat now;

    if (opened->wide != NULL)
        return wide_index_is_replaced(opened->wide, engine->path);
    (void)snprintf(name, sizeof name, "%s/%s", engine->path, INDEX_STUB);
    if (lstat(name, &now) != 0)
        memset(&now, 0, sizeof now);
    return !is_same_stub(&now, &opened->folder.stub);
}

bool engine_is_replaced(const struct engine *engine)
{
    const struct opened opened = { .wide = engine->wide, .folder = engine->folder };

    return wide_file_is(engine->path) != (engine->wide != NULL) ||
           is_replaced(engine, &opened);
}

static palpate_status open_wide(
        struct opened *opened, struct engine *engine, palpate_error *err)
{
    palpate_status status = wide_index_open(
            &opened->wide, &opened->database, &engine->reach, engine->path, err);

    opened->folder = (struct index_folder){ .number = 0 };
    if (status == PALPATE_OK)
        opened->folder.stub = opened->wide->file->about;
    return status;
}

static palpate_status open_live(
        struct opened *opened, struct engine *engine, palpate_error *err)
{
    /* A generation can be gone before it is opened, where two are built meanwhile. */
    enum { TRIES = 3 };
    palpate_status status = PALPATE_OK;

    for (unsigned i = 0; i < TRIES && (i == 0 || is_replaced(engine, opened)); i++) {
        if (wide_file_is(engine->path))
            return open_wide(opened, engine, err);
        status = index_folder_read(&opened->folder, engine->path, err);
        if (status == PALPATE_OK)
            status = index_shards_open(&opened->database, opened->folder.database,
                    opened->folder.shards, err);
        if (status == PALPATE_OK)
            break;
    }
    return status;
}

static palpate_status open_checked(
        struct opened *opened, struct engine *engine, palpate_error *err)
{
    /* Two builds meanwhile take away what was opened, and its manifest with it. */
    enum { TRIES = 3 };
    palpate_status status = PALPATE_OK;

    for (unsigned i = 0; i < TRIES && (i == 0 || is_replaced(engine, opened)); i++) {
        xc_database_close(opened->database);
        wide_index_close(opened->wide);
        opened->database = NULL;
        opened->wide = NULL;
        status = open_live(opened, engine, err);
        if (status == PALPATE_OK)
            status = check_databases(opened, engine, err);
        if (status == PALPATE_OK)
            break;
    }
    return status;
}

/* Indexes that were built apart have dictionaries of their own. */
static palpate_status open_packings(struct opened *opened, palpate_error *err)
{
    size_t count = opened->wide == NULL ? 1 : xc_database_shards(opened->database);
    palpate_status status = PALPATE_OK;

    for (size_t i = 0; status == PALPATE_OK && i < count; i++) {
        status = record_packing_read(&opened->packings[i],
                opened->wide == NULL ? opened->database
                                     : xc_database_part(opened->database, i),
                err);
        opened->packing_count += status == PALPATE_OK;
    }
    return status;
}

struct record_packing *engine_packing(const struct engine *engine, uint32_t document)
{
    /* Documents of several shards alternate in the numbering of the whole. */
    return engine->packings[(document - 1) % engine->packing_count];
}

/* Puts what was opened in the place of what was open. */
static palpate_status take_up(
        struct engine *engine, const struct opened *opened, palpate_error *err)
{
    engine_close_database(engine);
    engine_forget_terms(engine);
    record_cache_forget(&engine->records);
    engine->database = opened->database;
    engine->manifests = opened->manifests;
    engine->wide = opened->wide;
    engine->has_failed = false;
    engine->head = opened->wide == NULL ? opened->database : opened->wide->head;
    engine->folder = opened->folder;
    engine->packing_count = opened->packing_count;
    memcpy(engine->packings, opened->packings, sizeof engine->packings);
    return engine_learn_languages(engine, err);
}

palpate_status engine_open_newest(struct engine *engine, palpate_error *err)
{
    struct opened opened = { .manifests = calloc(MAX_SHARDS, sizeof(struct manifest)) };
    uint32_t passages = 0;
    uint32_t last = 0;

    if (opened.manifests == NULL)
        return fail(err, PALPATE_NO_MEMORY, "out of memory for the manifest");
    palpate_status status = open_checked(&opened, engine, err);
    if (status == PALPATE_OK)
        status = engine_measure(engine, &passages, &last, opened.database, err);
    if (status == PALPATE_OK)
        status = open_packings(&opened, err);
    if (status != PALPATE_OK) {
        bool is_wide = opened.wide != NULL || wide_file_is(engine->path);
        unsigned number = opened.folder.number;
        opened_close(&opened);
        return is_wide ? status
                       : index_damage(
                                 status, engine->path, number, engine->analyzer, err);
    }
    engine->counted = passages;
    engine->passages = opened.wide != NULL && opened.wide->has_remote
                               ? opened.wide->terms.terms.all
                               : passages;
    engine->last = last;
    return take_up(engine, &opened, err);
}

palpate_status engine_guard_newest(struct engine *engine, palpate_error *err)
{
    palpate_error inner = { PALPATE_OK, "" };
    struct opened opened = { .database = engine->database,
        .manifests = engine->manifests,
        .wide = engine->wide,
        .folder = engine->folder };

    if (xc_database_is_guarded(engine->database))
        return PALPATE_OK;
    palpate_status status = guard(&opened, &inner);
    /* A build that was published since has taken the generation away. */
    if (status == PALPATE_OK || engine_is_replaced(engine))
        return PALPATE_OK;
    (void)fail(err, status, "%s: %s", engine->path, inner.message);
    return engine->wide != NULL ? status
                                : index_damage(status, engine->path,
                                          engine->folder.number, engine->analyzer, err);
}
