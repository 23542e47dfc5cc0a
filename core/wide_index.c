#include "core/wide_index.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "core/fail.h"
#include "core/index_shards.h"
#include "core/index_tables.h"
#include "core/shim_status.h"

/* The databases on their way into one. */
struct opening {
    struct wide_index *wide;
    const char *path; /* of the file */
    xc_database *parts[MAX_SHARDS];
};

static palpate_status too_long(palpate_error *err)
{
    return fail(err, PALPATE_BAD_ARGUMENT, "the path of a shard is too long");
}

/* Opens one database of the index that a line names. */
static palpate_status open_part(struct opening *opening, const char *database,
        unsigned place, unsigned line, palpate_error *err)
{
    struct wide_index *wide = opening->wide;
    char path[INDEX_PATH];

    if (!index_shard_path(path, database, place))
        return too_long(err);
    if (wide->count == MAX_SHARDS)
        return fail(err, PALPATE_LIMIT,
                "%s: these are more than %d databases: list fewer shards",
                opening->path, MAX_SHARDS);
    palpate_status status =
            index_database_open(&opening->parts[wide->count], path, err);
    if (status != PALPATE_OK)
        return status;
    wide->parts[wide->count] = (struct wide_part){ strdup(path), line };
    return wide->parts[wide->count++].path != NULL
                   ? PALPATE_OK
                   : fail(err, PALPATE_NO_MEMORY, "out of memory for a shard");
}

static palpate_status open_folder(
        struct opening *opening, unsigned line, palpate_error *err)
{
    struct wide_shard *shard = &opening->wide->file->shards[line];
    struct index_folder folder;
    char root[INDEX_PATH];

    if (!wide_folder_path(root, opening->path, shard->folder))
        return too_long(err);
    palpate_status status = index_folder_read(&folder, root, err);
    opening->wide->stubs[line] = folder.stub;
    for (unsigned i = 0; status == PALPATE_OK && i < folder.shards; i++)
        status = open_part(opening, folder.database, i, line, err);
    return status;
}

/* Whether the databases from `place` on are the parts of one index, in their order;
   `*count` becomes how many they are. */
static palpate_status check_run(unsigned *count, const struct opening *opening,
        unsigned place, palpate_error *err)
{
    const struct wide_index *wide = opening->wide;
    unsigned number = 0;
    palpate_status status =
            index_shard_number(&number, count, opening->parts[place], err);

    bool is_whole = number == 0 && *count <= wide->count - place;
    for (unsigned i = 1; is_whole && status == PALPATE_OK && i < *count; i++) {
        unsigned of = 0;
        status = index_shard_number(&number, &of, opening->parts[place + i], err);
        is_whole = number == i && of == *count;
    }
    if (status != PALPATE_OK || is_whole)
        return status;
    return fail(err, PALPATE_CORRUPT,
            "%s: this is part %u of the %u of an index, which are not all listed in "
            "their order: list them so",
            wide->parts[place].path, number + 1, *count);
}

static palpate_status check_runs(const struct opening *opening, palpate_error *err)
{
    unsigned count = 0;
    palpate_status status = PALPATE_OK;

    for (unsigned i = 0; status == PALPATE_OK && i < opening->wide->count; i += count)
        status = check_run(&count, opening, i, err);
    return status;
}

palpate_status wide_index_open_shards(struct wide_index **out, xc_database **database,
        struct wide_file *file, const char *path, palpate_error *err)
{
    struct opening opening = { calloc(1, sizeof *opening.wide), path, { NULL } };
    xc_error reason;
    palpate_status status = PALPATE_OK;

    *out = NULL;
    *database = NULL;
    if (opening.wide == NULL) {
        free(file);
        return fail(err, PALPATE_NO_MEMORY, "out of memory for shards");
    }
    opening.wide->file = file;
    for (unsigned i = 0; status == PALPATE_OK && i < file->count; i++)
        status = open_folder(&opening, i, err);
    if (status == PALPATE_OK)
        status = check_runs(&opening, err);
    if (status == PALPATE_OK && xc_database_join(database, opening.parts,
                                        opening.wide->count, &reason) != XC_OK)
        status = shim_failure(&reason, err);
    if (status == PALPATE_OK) {
        *out = opening.wide;
        return PALPATE_OK;
    }
    for (unsigned i = 0; i < MAX_SHARDS; i++)
        xc_database_close(opening.parts[i]);
    wide_index_close(opening.wide);
    return status;
}

static palpate_status open_head(
        struct wide_index *wide, const char *path, palpate_error *err)
{
    char root[INDEX_PATH];
    char name[GENERATION_NAME];
    char database[INDEX_PATH];

    generation_name(name, wide->file->head);
    if (!wide_head_path(root, path) || snprintf(database, sizeof database,
                                               "%s/%s/shard", root, name) >= INDEX_PATH)
        return too_long(err);
    palpate_status status = index_database_open(&wide->head, database, err);
    if (status == PALPATE_OK)
        status = index_tables_guard(&wide->head_manifest, wide->head, database, err);
    return status;
}

palpate_status wide_index_open(struct wide_index **out, xc_database **database,
        const char *path, palpate_error *err)
{
    struct wide_file *file = NULL;
    palpate_error inner = { PALPATE_OK, "" };

    *out = NULL;
    *database = NULL;
    palpate_status status = wide_file_read(&file, path, err);
    if (status == PALPATE_OK)
        status = wide_index_open_shards(out, database, file, path, err);
    if (*out == NULL)
        return status;
    status = open_head(*out, path, &inner);
    if (status == PALPATE_OK)
        return PALPATE_OK;
    xc_database_close(*database);
    wide_index_close(*out);
    *out = NULL;
    *database = NULL;
    return fail(err, status, "%s: write the head anew with palpate-index --federate",
            inner.message);
}

static bool is_same_file(const struct stat *a, const struct stat *b)
{
    return a->st_ino == b->st_ino && a->st_dev == b->st_dev &&
           a->st_mtim.tv_sec == b->st_mtim.tv_sec &&
           a->st_mtim.tv_nsec == b->st_mtim.tv_nsec;
}

bool wide_index_is_replaced(const struct wide_index *wide, const char *path)
{
    struct stat now = { .st_ino = 0 };
    char root[INDEX_PATH];
    char stub[INDEX_PATH];
    bool is_same = lstat(path, &now) == 0 && is_same_file(&now, &wide->file->about);

    for (unsigned i = 0; is_same && i < wide->file->count; i++)
        is_same = wide_folder_path(root, path, wide->file->shards[i].folder) &&
                  index_path(stub, root, INDEX_STUB) && lstat(stub, &now) == 0 &&
                  is_same_file(&now, &wide->stubs[i]);
    return !is_same;
}

palpate_status wide_index_guard(struct manifest *manifests, struct wide_index *wide,
        xc_database *database, palpate_error *err)
{
    palpate_error inner;

    for (unsigned i = 0; i < wide->count; i++) {
        palpate_status status = index_tables_guard(&manifests[i],
                xc_database_part(database, i), wide->parts[i].path, &inner);
        if (status != PALPATE_OK)
            return fail(err, status, "%s: %s", wide->parts[i].path, inner.message);
    }
    return PALPATE_OK;
}

void wide_index_close(struct wide_index *wide)
{
    if (wide == NULL)
        return;
    xc_database_close(wide->head);
    manifest_free(&wide->head_manifest);
    for (unsigned i = 0; i < wide->count; i++)
        free(wide->parts[i].path);
    free(wide->file);
    free(wide);
}
