#include "core/wide_index.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "core/fail.h"
#include "core/index_shards.h"
#include "core/index_tables.h"
#include "core/schema.h"
#include "core/shim_status.h"

static palpate_status too_long(palpate_error *err)
{
    return fail(err, PALPATE_BAD_ARGUMENT, "the path of a shard is too long");
}

/* Whether the databases from `place` on are the parts of one index, in their order;
   `*count` becomes how many they are. */
static palpate_status check_run(unsigned *count, const struct wide_opening *opening,
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

static palpate_status check_runs(const struct wide_opening *opening, palpate_error *err)
{
    unsigned count = 0;
    palpate_status status = PALPATE_OK;

    for (unsigned i = 0; status == PALPATE_OK && i < opening->wide->count; i += count)
        status = check_run(&count, opening, i, err);
    return status;
}

static palpate_status join(
        xc_database **database, struct wide_opening *opening, palpate_error *err)
{
    struct wide_index *wide = opening->wide;
    xc_error reason;

    if (wide->count == 0)
        return fail(err, PALPATE_NETWORK, "%s", wide->missing[0]);
    if (xc_database_join(database, opening->parts, wide->count, &reason) != XC_OK)
        return shim_failure(&reason, err);
    memset(opening->parts, 0, sizeof opening->parts);
    return PALPATE_OK;
}

/* Ends an opening, of which nothing stays but the database. */
static palpate_status give_up(struct wide_opening *opening, palpate_status status)
{
    for (unsigned i = 0; i < MAX_SHARDS; i++)
        xc_database_close(opening->parts[i]);
    wide_index_close(opening->wide);
    return status;
}

palpate_status wide_index_open_shards(struct wide_index **out, xc_database **database,
        struct wide_file *file, const char *path, palpate_error *err)
{
    enum { PATIENCE_MS = 10000 };
    struct wide_reach reach = { .timeout_ms = PATIENCE_MS };
    struct wide_opening opening = { calloc(1, sizeof *opening.wide), path, { NULL },
        &reach, false, NULL, NULL };
    palpate_status status = PALPATE_OK;

    *out = NULL;
    *database = NULL;
    if (opening.wide == NULL) {
        free(file);
        return fail(err, PALPATE_NO_MEMORY, "out of memory for shards");
    }
    opening.wide->file = file;
    for (unsigned i = 0; status == PALPATE_OK && i < file->count; i++)
        status = wide_opening_line(&opening, i, err);
    if (status == PALPATE_OK)
        status = check_runs(&opening, err);
    if (status == PALPATE_OK)
        status = join(database, &opening, err);
    if (status != PALPATE_OK)
        return give_up(&opening, status);
    *out = opening.wide;
    return PALPATE_OK;
}

/* Reads what the head says of the databases; empty where all are local. */
static palpate_status read_identities(struct wide_opening *opening, palpate_error *err)
{
    size_t size = 0;
    xc_error reason;

    if (xc_database_metadata(&opening->identities, &size, opening->wide->head,
                (xc_bytes){ META_WIDE, sizeof META_WIDE - 1 }, &reason) != XC_OK)
        return shim_failure(&reason, err);
    opening->next = size > 0 ? opening->identities : NULL;
    return PALPATE_OK;
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
    for (unsigned i = 0; i < wide->file->count; i++)
        wide->has_remote |= wide->file->shards[i].folder == NULL;
    if (status == PALPATE_OK && wide->has_remote)
        status = wide_terms_open(&wide->terms, database, err);
    return status;
}

/* Opens all of a list that was read. */
static palpate_status open_all(
        xc_database **database, struct wide_opening *opening, palpate_error *err)
{
    struct wide_index *wide = opening->wide;
    palpate_error inner = { PALPATE_OK, "" };
    palpate_status status = open_head(wide, opening->path, &inner);

    if (status != PALPATE_OK)
        return fail(err, status,
                "%s: write the head anew with palpate-index --federate", inner.message);
    status = read_identities(opening, err);
    for (unsigned i = 0; status == PALPATE_OK && i < wide->file->count; i++)
        status = wide_opening_line(opening, i, err);
    /* With servers it was checked when the head was written, which knows them. */
    if (status == PALPATE_OK && !wide->has_remote)
        status = check_runs(opening, err);
    if (status == PALPATE_OK)
        status = join(database, opening, err);
    if (status == PALPATE_OK && wide->has_remote)
        xc_database_use_terms(*database, &wide->terms.terms);
    return status;
}

palpate_status wide_index_open(struct wide_index **out, xc_database **database,
        struct wide_reach *reach, const char *path, palpate_error *err)
{
    struct wide_file *file = NULL;
    struct wide_opening opening = { NULL, path, { NULL }, reach, true, NULL, NULL };
    palpate_status status = wide_file_read(&file, path, err);

    *out = NULL;
    *database = NULL;
    if (file == NULL)
        return status;
    opening.wide = calloc(1, sizeof *opening.wide);
    if (opening.wide == NULL) {
        free(file);
        return fail(err, PALPATE_NO_MEMORY, "out of memory for shards");
    }
    opening.wide->file = file;
    wide_reach_begin(reach);
    status = open_all(database, &opening, err);
    xc_free(opening.identities);
    if (status != PALPATE_OK)
        return give_up(&opening, status);
    *out = opening.wide;
    return PALPATE_OK;
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

    for (unsigned i = 0; is_same && i < wide->file->count; i++) {
        is_same =
                wide->file->shards[i].folder == NULL ||
                (wide_folder_path(root, path, wide->file->shards[i].folder) &&
                        index_path(stub, root, INDEX_STUB) && lstat(stub, &now) == 0 &&
                        is_same_file(&now, &wide->stubs[i]));
    }
    return !is_same;
}

palpate_status wide_index_guard(struct manifest *manifests, struct wide_index *wide,
        xc_database *database, palpate_error *err)
{
    palpate_error inner;

    for (unsigned i = 0; i < wide->count; i++) {
        if (wide->parts[i].is_remote)
            continue;
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
    wide_terms_close(&wide->terms);
    for (unsigned i = 0; i < wide->count; i++)
        free(wide->parts[i].path);
    free(wide->file);
    free(wide);
}
