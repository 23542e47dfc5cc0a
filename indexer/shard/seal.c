#include "indexer/shard/seal.h"

#include <errno.h>
#include <fcntl.h>
#include <inttypes.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "core/fail.h"
#include "core/shim_status.h"
#include "indexer/shard/sync.h"

/* The making of the sums of a table. */
struct sealing {
    struct manifest *now;
    const struct manifest *before; /* or NULL */
    xc_blocks *blocks;
    unsigned table;
    uint32_t added; /* blocks that the state before did not use, of all tables */
};

static uint64_t revision_of(xc_bytes block)
{
    uint64_t revision = 0;

    for (size_t i = 0; i < XC_BLOCK_REVISION && i < block.size; i++)
        revision = revision << 8 | (unsigned char)block.data[i];
    return revision;
}

/* Notes a block that the state uses.  Those that it alone uses are read later, in the
   order in which they are stored. */
static bool note_block(void *user, uint32_t number, unsigned level, xc_bytes bytes)
{
    enum { USED = 1 };
    const struct sealing *sealing = user;
    uint64_t before = sealing->before == NULL
                              ? 0
                              : manifest_sum(sealing->before, sealing->table, number);

    (void)level;
    manifest_set_sum(sealing->now, sealing->table, number, before == 0 ? USED : before);
    return before == 0 || bytes.data == NULL ||
           !manifest_differs(sealing->before, sealing->table, number, bytes);
}

/* Sums a block that was written since the state before. */
static bool add_block(struct sealing *sealing, uint32_t number, xc_bytes bytes)
{
    uint64_t revision = revision_of(bytes);

    if (sealing->before != NULL && (revision <= sealing->before->revision ||
                                           revision > sealing->now->revision))
        return false;
    sealing->added++;
    manifest_set_sum(sealing->now, sealing->table, number,
            manifest_sum_of(bytes.data, bytes.size));
    return true;
}

static palpate_status not_sound(const struct sealing *sealing, uint32_t number,
        const char *what, palpate_error *err)
{
    return fail(err, PALPATE_CORRUPT, "%s: block %" PRIu32 " %s",
            xc_blocks_name(sealing->table), number, what);
}

/* Sums the blocks that are new, and checks those that the update has replaced and that
   were not checked before: nothing writes to them before the next one, so that they
   still are what it was built on. */
static palpate_status read_blocks(struct sealing *sealing, palpate_error *err)
{
    unsigned table = sealing->table;
    uint32_t count = sealing->now->tables[table].count;

    for (uint32_t i = 0; i < count; i++) {
        xc_bytes bytes;
        uint64_t before =
                sealing->before == NULL ? 0 : manifest_sum(sealing->before, table, i);
        if (before == manifest_sum(sealing->now, table, i) ||
                (before != 0 && manifest_is_checked(sealing->before, table, i)))
            continue;
        bool is_read = xc_blocks_read(&bytes, sealing->blocks, table, i, NULL) == XC_OK;
        if (before == 0 && (!is_read || !add_block(sealing, i, bytes)))
            return not_sound(sealing, i, "is damaged", err);
        if (before != 0 &&
                (!is_read || manifest_differs(sealing->before, table, i, bytes)))
            return not_sound(sealing, i, "was damaged before this update", err);
    }
    return PALPATE_OK;
}

struct free_list {
    const struct manifest *manifest;
    unsigned table;
};

static bool is_unused(void *user, uint32_t number, unsigned level, xc_bytes bytes)
{
    const struct free_list *list = user;

    (void)level, (void)bytes;
    return manifest_sum(list->manifest, list->table, number) == 0;
}

static palpate_status check_free(
        const struct manifest *manifest, xc_blocks *blocks, palpate_error *err)
{
    for (unsigned i = 0; i < XC_TABLES; i++) {
        struct free_list list = { manifest, i };
        xc_error reason;
        if (xc_blocks_free(blocks, i, is_unused, &list, &reason) != XC_OK)
            return shim_reason(&reason, err);
    }
    return PALPATE_OK;
}

static palpate_status seal_tables(struct sealing *sealing, palpate_error *err)
{
    palpate_status status = PALPATE_OK;

    for (unsigned i = 0; status == PALPATE_OK && i < XC_TABLES; i++) {
        xc_error reason;
        sealing->table = i;
        if (xc_blocks_walk(sealing->blocks, i, note_block, sealing, &reason) != XC_OK)
            status = shim_reason(&reason, err);
        else
            status = read_blocks(sealing, err);
    }
    if (status == PALPATE_OK && sealing->before != NULL && sealing->added == 0)
        status = fail(err, PALPATE_CORRUPT, "iamglass is not what was written");
    return status == PALPATE_OK ? check_free(sealing->now, sealing->blocks, err)
                                : status;
}

palpate_status seal_make(struct manifest *out, xc_blocks *blocks,
        const struct manifest *before, palpate_error *err)
{
    struct sealing sealing = { .now = out, .before = before, .blocks = blocks };
    palpate_status status = manifest_start(out, blocks, err);

    if (status == PALPATE_OK)
        status = seal_tables(&sealing, err);
    if (status == PALPATE_OK)
        manifest_finish(out);
    else
        manifest_free(out);
    return status;
}

static bool write_all(int file, const char *bytes, size_t size)
{
    for (size_t done = 0; done < size;) {
        ssize_t wrote = write(file, bytes + done, size - done);
        if (wrote < 0 && errno != EINTR)
            return false;
        done += wrote < 0 ? 0 : (size_t)wrote;
    }
    return true;
}

static palpate_status cannot_write(const char *path, palpate_error *err)
{
    return fail(err, PALPATE_IO, "%s: cannot write the manifest: %s", path,
            strerror(errno));
}

/* Writes a file of this name that is not there yet. */
static palpate_status write_file(const struct manifest *manifest, const char *path,
        bool is_synced, palpate_error *err)
{
    /* What a killed run left, or a link or pipe that somebody put there. */
    (void)unlink(path);
    int file = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
    if (file < 0)
        return cannot_write(path, err);
    palpate_status status = PALPATE_OK;
    if (!write_all(file, manifest->bytes.data, manifest->bytes.size) ||
            (is_synced && fsync(file) != 0))
        status = cannot_write(path, err);
    (void)close(file);
    return status;
}

/* Writes the manifest under the name that it has until it takes the place of the one
   before. */
static palpate_status write_fresh(char fresh[INDEX_PATH],
        const struct manifest *manifest, const char *path, palpate_error *err)
{
    if (snprintf(fresh, INDEX_PATH, "%s.new", path) >= INDEX_PATH)
        return fail(err, PALPATE_BAD_ARGUMENT, "the path of the index is too long");
    palpate_status status = write_file(manifest, fresh, true, err);
    if (status != PALPATE_OK)
        (void)unlink(fresh);
    return status;
}

static palpate_status take_place(
        const char *fresh, const char *path, palpate_error *err)
{
    if (rename(fresh, path) == 0)
        return PALPATE_OK;
    palpate_status status = cannot_write(path, err);
    (void)unlink(fresh);
    return status;
}

static palpate_status replace_file(
        const struct manifest *manifest, const char *path, palpate_error *err)
{
    char fresh[INDEX_PATH];
    palpate_status status = write_fresh(fresh, manifest, path, err);

    if (status == PALPATE_OK)
        status = take_place(fresh, path, err);
    return status == PALPATE_OK ? sync_folder_of(path, err) : status;
}

palpate_status seal_new(const char *database, palpate_error *err)
{
    char path[INDEX_PATH];
    struct manifest manifest = { .revision = 0 };
    xc_blocks *blocks = NULL;
    xc_error reason;

    manifest_path(path, database);
    if (xc_blocks_open(&blocks, database, &reason) != XC_OK)
        return shim_reason(&reason, err);
    palpate_status status = seal_make(&manifest, blocks, NULL, err);
    if (status == PALPATE_OK)
        status = write_file(&manifest, path, false, err);
    manifest_free(&manifest);
    xc_blocks_close(blocks);
    return status;
}

palpate_status seal_update(const char *database, palpate_error *err)
{
    char path[INDEX_PATH];
    struct manifest before = { .revision = 0 };
    struct manifest now = { .revision = 0 };
    xc_blocks *blocks = NULL;
    bool is_ahead = false;

    manifest_path(path, database);
    palpate_status status = manifest_open(&before, &blocks, &is_ahead, database, err);
    if (status == PALPATE_OK && is_ahead)
        status = seal_make(&now, blocks, &before, err);
    else if (status == PALPATE_OK)
        status = check_free(&before, blocks, err);
    if (status == PALPATE_OK && is_ahead)
        status = replace_file(&now, path, err);
    manifest_free(&now);
    manifest_free(&before);
    xc_blocks_close(blocks);
    return status;
}

/* Gives the database a file of the folder `staged`. */
static palpate_status move_file(
        const char *database, const char *staged, const char *name, palpate_error *err)
{
    char from[INDEX_PATH];
    char to[INDEX_PATH];

    if (snprintf(from, sizeof from, "%s/%s", staged, name) >= INDEX_PATH ||
            snprintf(to, sizeof to, "%s/%s", database, name) >= INDEX_PATH)
        return fail(err, PALPATE_BAD_ARGUMENT, "the path of the index is too long");
    if (rename(from, to) == 0)
        return PALPATE_OK;
    return fail(err, PALPATE_IO, "%s: cannot replace it: %s", to, strerror(errno));
}

/* A table that the update is the first to write to. */
static palpate_status move_new_tables(const struct manifest *before,
        const struct manifest *now, const char *database, const char *staged,
        palpate_error *err)
{
    palpate_status status = PALPATE_OK;

    for (unsigned i = 0; status == PALPATE_OK && i < XC_TABLES; i++)
        if (before->tables[i].count == 0 && now->tables[i].count > 0)
            status = move_file(database, staged, xc_blocks_name(i), err);
    return status;
}

palpate_status seal_prepare(bool *changes, const char *database, const char *staged,
        const struct manifest *before, palpate_error *err)
{
    char path[INDEX_PATH];
    char fresh[INDEX_PATH];
    struct manifest now = { .revision = 0 };
    xc_blocks *blocks = NULL;
    xc_error reason;
    palpate_status status = PALPATE_OK;

    manifest_path(path, database);
    if (xc_blocks_open(&blocks, staged, &reason) != XC_OK)
        return shim_reason(&reason, err);
    *changes = manifest_is_behind(before, blocks);
    if (*changes)
        status = seal_make(&now, blocks, before, err);
    if (status == PALPATE_OK && *changes)
        status = move_new_tables(before, &now, database, staged, err);
    if (status == PALPATE_OK && *changes)
        status = write_fresh(fresh, &now, path, err);
    manifest_free(&now);
    xc_blocks_close(blocks);
    return status;
}

palpate_status seal_publish(
        bool *is_in_place, const char *database, const char *staged, palpate_error *err)
{
    static const char VERSION[] = "iamglass";
    char path[INDEX_PATH];
    char fresh[INDEX_PATH];
    char version[INDEX_PATH];

    manifest_path(path, database);
    (void)snprintf(fresh, sizeof fresh, "%.4000s.new", path);
    (void)snprintf(version, sizeof version, "%.4000s/%s", database, VERSION);
    palpate_status status = move_file(database, staged, VERSION, err);
    *is_in_place |= status == PALPATE_OK;
    if (status == PALPATE_OK)
        status = sync_folder_of(version, err);
    if (status == PALPATE_OK)
        return take_place(fresh, path, err);
    (void)unlink(fresh);
    return status;
}

palpate_status seal_check(const char *database, palpate_error *err)
{
    struct manifest manifest = { .revision = 0 };
    xc_blocks *blocks = NULL;
    bool is_ahead = false;
    palpate_status status = manifest_open(&manifest, &blocks, &is_ahead, database, err);

    /* A state whose manifest is not there yet uses blocks that this one has as free. */
    if (status == PALPATE_OK && !is_ahead)
        status = check_free(&manifest, blocks, err);
    manifest_free(&manifest);
    xc_blocks_close(blocks);
    return status;
}

static palpate_status find_damage_in(const struct sealing *sealing, palpate_error *err)
{
    const struct manifest *manifest = sealing->before;
    unsigned table = sealing->table;

    for (uint32_t i = 0; i < manifest->tables[table].count; i++) {
        xc_bytes bytes;
        if (manifest_sum(manifest, table, i) == 0)
            continue;
        if (xc_blocks_read(&bytes, sealing->blocks, table, i, NULL) != XC_OK ||
                manifest_differs(manifest, table, i, bytes))
            return not_sound(sealing, i, "is damaged", err);
    }
    return PALPATE_OK;
}

palpate_status seal_find_damage(const char *database, palpate_error *err)
{
    struct manifest manifest = { .revision = 0 };
    struct sealing sealing = { .before = &manifest };
    bool is_ahead = false;
    palpate_status status =
            manifest_open(&manifest, &sealing.blocks, &is_ahead, database, err);

    for (; status == PALPATE_OK && sealing.table < XC_TABLES; sealing.table++)
        status = find_damage_in(&sealing, err);
    manifest_free(&manifest);
    xc_blocks_close(sealing.blocks);
    return status;
}
