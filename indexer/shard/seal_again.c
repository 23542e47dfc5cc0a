#include <fcntl.h>
#include <stdio.h>
#include <unistd.h>
#include <xapian-c/files.h>

#include "core/index_folder.h"
#include "indexer/shard/seal.h"
#include "indexer/shard/sync.h"
#include "indexer/shard/verify.h"

/* Puts a file of these bytes in the place of `path`. */
static bool replace_file(const char *path, palpate_view bytes)
{
    char fresh[INDEX_PATH];
    bool is_written = false;

    if (snprintf(fresh, sizeof fresh, "%s.new", path) >= INDEX_PATH)
        return false;
    (void)unlink(fresh);
    int file = open(fresh, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
    if (file < 0)
        return false;
    is_written = write(file, bytes.data, bytes.size) == (ssize_t)bytes.size &&
                 fsync(file) == 0;
    (void)close(file);
    is_written = is_written && rename(fresh, path) == 0;
    if (!is_written)
        (void)unlink(fresh);
    return is_written && sync_folder_of(path, NULL) == PALPATE_OK;
}

static void tell_nobody(void *user, const char *file, const char *what)
{
    (void)user, (void)file, (void)what;
}

static bool is_sound(const char *database)
{
    struct verified verified;

    return verify_database(&verified, database, tell_nobody, NULL, NULL) == PALPATE_OK;
}

static void move(const char *from, const char *to)
{
    if (rename(from, to) == 0)
        (void)sync_folder_of(to, NULL);
}

/* What is tried is put back where it does not make the database sound. */
static bool try_file(const char *database, const char *path, palpate_view bytes)
{
    char kept[INDEX_PATH];

    if (snprintf(kept, sizeof kept, "%s.kept", path) >= INDEX_PATH)
        return false;
    (void)unlink(kept);
    move(path, kept);
    if (replace_file(path, bytes) && is_sound(database)) {
        (void)unlink(kept);
        return true;
    }
    (void)unlink(path);
    move(kept, path);
    return false;
}

bool seal_restore(const char *database)
{
    char path[INDEX_PATH];
    struct manifest manifest = { .revision = 0 };

    if (snprintf(path, sizeof path, "%s/iamglass", database) >= INDEX_PATH)
        return false;
    bool is_restored = manifest_read(&manifest, database, NULL) == PALPATE_OK &&
                       try_file(database, path, manifest_iamglass(&manifest));
    manifest_free(&manifest);
    return is_restored;
}

/* Whether Xapian finds nothing wrong with the tables, which it reads as a whole. */
static bool has_form(const char *database)
{
    size_t problems = 0;

    return xc_files_check(database, NULL) == XC_OK &&
           xc_check(&problems, NULL, database, NULL) == XC_OK && problems == 0;
}

bool seal_renew(const char *database)
{
    char path[INDEX_PATH];
    struct manifest now = { .revision = 0 };
    xc_blocks *blocks = NULL;

    manifest_path(path, database);
    bool is_renewed = manifest_read(&now, database, NULL) == PALPATE_CORRUPT &&
                      has_form(database) &&
                      xc_blocks_open(&blocks, database, NULL) == XC_OK &&
                      seal_make(&now, blocks, NULL, NULL) == PALPATE_OK &&
                      try_file(database, path, buffer_view(&now.bytes));
    manifest_free(&now);
    xc_blocks_close(blocks);
    return is_renewed;
}
