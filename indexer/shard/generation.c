#include "indexer/shard/generation.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>
#include <xapian-c/xapian-c.h>

#include "core/fail.h"
#include "core/index_folder.h"
#include "core/shim_status.h"
#include "core/view.h"
#include "indexer/shard/leftovers.h"
#include "indexer/shard/seal.h"
#include "indexer/shard/sync.h"

static const char LOCK[] = "lock";

unsigned generation_before(const struct generation *generation, unsigned limit)
{
    DIR *folder = opendir(generation->root);
    unsigned highest = 0;

    for (struct dirent *entry; folder != NULL && (entry = readdir(folder)) != NULL;) {
        unsigned number = generation_number(entry->d_name);
        highest = number > highest && number < limit ? number : highest;
    }
    if (folder != NULL)
        (void)closedir(folder);
    return highest;
}

void generation_remove(const char *path)
{
    leftovers_remove(path);
}

void generation_sweep(const struct generation *generation)
{
    /* Where the stub names none, one of them may be the last that can be read. */
    if (generation->live_number != 0)
        leftovers_sweep(generation->root, generation->live_number,
                generation_before(generation, generation->live_number));
}

/* Makes a folder, and its name in the one around it outlast a power failure. */
static palpate_status make_one(const char *path, palpate_error *err)
{
    palpate_error inner;

    bool is_made = mkdir(path, 0777) == 0;
    if (!is_made && errno == EEXIST)
        return PALPATE_OK;
    if (!is_made)
        return fail(err, PALPATE_IO, "%s: cannot make this folder: %s", path,
                strerror(errno));
    if (sync_folder_of(path, &inner) == PALPATE_OK)
        return PALPATE_OK;
    return fail(
            err, PALPATE_IO, "%s: cannot make this folder: %s", path, inner.message);
}

static palpate_status make_folder(const char *path, palpate_error *err)
{
    char part[INDEX_PATH];
    size_t size = strlen(path);
    palpate_status status = PALPATE_OK;

    if (size == 0 || size >= INDEX_PATH)
        return fail(err, PALPATE_BAD_ARGUMENT,
                "the path of the index is empty or too long");
    for (size_t i = 1; status == PALPATE_OK && i <= size; i++) {
        if (path[i] != '/' && path[i] != '\0')
            continue;
        (void)snprintf(part, sizeof part, "%.*s", (int)i, path);
        status = make_one(part, err);
    }
    return status;
}

/* Refuses a folder of somebody else's files: the index would be strewn among them. */
static palpate_status check_folder(const char *path, palpate_error *err)
{
    DIR *folder = opendir(path);
    palpate_status status = PALPATE_OK;
    struct index_folder index;
    bool is_ours = false;

    for (struct dirent *entry; folder != NULL && (entry = readdir(folder)) != NULL;) {
        const char *name = entry->d_name;
        bool is_generation = generation_number(name) != 0;
        is_ours = is_ours || is_generation;
        if (name[0] != '.' && strcmp(name, LOCK) != 0 && !is_generation &&
                strcmp(name, INDEX_STUB) != 0 && strcmp(name, INDEX_STUB_NEW) != 0)
            status = PALPATE_REFUSED;
    }
    if (folder != NULL)
        (void)closedir(folder);
    if (status == PALPATE_OK || is_ours ||
            index_folder_read(&index, path, NULL) == PALPATE_OK)
        return PALPATE_OK;
    return fail(err, status,
            "%s: this folder holds other files and no index: nothing was changed; give "
            "a new or empty folder",
            path);
}

static palpate_status no_lock_file(const char *path, palpate_error *err)
{
    return fail(err, PALPATE_REFUSED,
            "%s: this is not a plain file: remove it and run again", path);
}

static palpate_status take_lock(struct generation *generation, palpate_error *err)
{
    char path[INDEX_PATH];
    struct stat about;

    (void)index_path(path, generation->root, LOCK);
    generation->lock = open(path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0666);
    if (generation->lock < 0 && (errno == EISDIR || errno == ELOOP || errno == ENXIO))
        return no_lock_file(path, err);
    if (generation->lock < 0)
        return fail(err, PALPATE_IO,
                "%s: cannot write here: %s: see that this user may, and run again",
                path, strerror(errno));
    if (fstat(generation->lock, &about) != 0 || !S_ISREG(about.st_mode))
        return no_lock_file(path, err);
    if (flock(generation->lock, LOCK_EX | LOCK_NB) == 0)
        return PALPATE_OK;
    return fail(err, PALPATE_LOCKED,
            "%s: another palpate-index is writing this index: wait for it to end",
            generation->root);
}

static palpate_status find_live(struct generation *generation, palpate_error *err)
{
    struct index_folder folder;
    palpate_error inner = { PALPATE_OK, "" };
    palpate_status status = index_folder_read(&folder, generation->root, &inner);

    if (status == PALPATE_NO_INDEX)
        return PALPATE_OK;
    if (status == PALPATE_CORRUPT) {
        generation->damage = inner;
        return PALPATE_OK;
    }
    if (status != PALPATE_OK)
        return fail(err, status, "%s", inner.message);
    generation->live_number = folder.number;
    (void)snprintf(generation->live, sizeof generation->live, "%s", folder.database);
    return PALPATE_OK;
}

palpate_status generation_open(
        struct generation *generation, const char *path, palpate_error *err)
{
    *generation = (struct generation){ .lock = -1 };
    palpate_status status = make_folder(path, err);
    if (status != PALPATE_OK)
        return status;
    (void)snprintf(generation->root, sizeof generation->root, "%s", path);
    status = check_folder(path, err);
    if (status == PALPATE_OK)
        status = take_lock(generation, err);
    return status == PALPATE_OK ? find_live(generation, err) : status;
}

void generation_close(struct generation *generation)
{
    if (generation->fresh[0] != '\0')
        leftovers_remove(generation->fresh);
    if (generation->lock >= 0)
        (void)close(generation->lock);
    generation->lock = -1;
}

palpate_status generation_begin(struct generation *generation, palpate_error *err)
{
    char name[GENERATION_NAME];

    if (generation->kept_number == 0)
        generation->kept_number =
                generation_before(generation, generation->live_number);
    leftovers_sweep(generation->root, generation->live_number, generation->kept_number);
    generation->fresh_number =
            generation_before(generation, MAX_GENERATION + 1U) % MAX_GENERATION + 1;
    generation_name(name, generation->fresh_number);
    (void)index_path(generation->fresh, generation->root, name);
    if (mkdir(generation->fresh, 0777) != 0)
        return fail(err, PALPATE_IO, "%s: cannot make this folder: %s",
                generation->fresh, strerror(errno));
    return PALPATE_OK;
}

void generation_trim(const struct generation *generation)
{
    leftovers_trim(generation->fresh);
}

/* A file cannot be renamed over a folder. */
static void remove_folder_at(const char *path)
{
    struct stat about;

    if (lstat(path, &about) == 0 && S_ISDIR(about.st_mode))
        leftovers_remove(path);
}

/* Whether the stub on the disk names the fresh generation, or may do so. */
static bool is_named(const struct generation *generation)
{
    struct index_folder folder;
    palpate_status status = index_folder_read(&folder, generation->root, NULL);

    return status == PALPATE_IO ||
           (status == PALPATE_OK && folder.number == generation->fresh_number);
}

/* The fresh generation is the live one from now on, whatever happens. */
static void take_over(struct generation *generation)
{
    char shard[GENERATION_NAME + sizeof "/shard"];
    char name[GENERATION_NAME];

    generation_name(name, generation->fresh_number);
    (void)snprintf(shard, sizeof shard, "%s/shard", name);
    (void)index_path(generation->live, generation->root, shard);
    generation->live_number = generation->fresh_number;
    generation->fresh[0] = '\0';
}

static palpate_status write_stub(
        struct generation *generation, unsigned shards, palpate_error *err)
{
    char stub[INDEX_PATH];
    char lines[MAX_SHARDS][STUB_LINE];
    const char *names[MAX_SHARDS];
    xc_error reason;

    (void)index_path(stub, generation->root, INDEX_STUB);
    remove_folder_at(stub);
    for (unsigned i = 0; i < shards; i++) {
        index_stub_line(lines[i], generation->fresh_number, i);
        names[i] = lines[i];
    }
    if (xc_stub_write(stub, names, shards, &reason) == XC_OK)
        return PALPATE_OK;
    if (!is_named(generation))
        return shim_failure(&reason, err);
    /* Of what stands on the disk after a power failure, old or new, nothing may go. */
    take_over(generation);
    return fail(err, PALPATE_IO,
            "%s: the new index is in place, but may not outlast a power failure: %s; "
            "see to the disk and run again",
            generation->root, reason.message);
}

/* Writes the manifest of each database. */
static palpate_status seal_all(
        const char *database, unsigned shards, palpate_error *err)
{
    char path[INDEX_PATH];
    palpate_status status = PALPATE_OK;

    for (unsigned i = 0; status == PALPATE_OK && i < shards; i++)
        if (index_shard_path(path, database, i))
            status = seal_new(path, err);
    return status;
}

palpate_status generation_publish(struct generation *generation, palpate_error *err)
{
    char database[INDEX_PATH];

    (void)index_path(database, generation->fresh, "shard");
    unsigned shards = index_shard_count(database);
    palpate_status status = seal_all(database, shards, err);
    if (status == PALPATE_OK)
        status = sync_tree(generation->fresh, err);
    if (status == PALPATE_OK)
        status = sync_folder(generation->root, err);
    if (status == PALPATE_OK)
        status = write_stub(generation, shards, err);
    if (status != PALPATE_OK)
        return status;
    leftovers_sweep(generation->root, generation->fresh_number,
            generation->live_is_damaged ? generation->kept_number
                                        : generation->live_number);
    take_over(generation);
    return PALPATE_OK;
}

palpate_status generation_return(
        struct generation *generation, unsigned number, palpate_error *err)
{
    char path[INDEX_PATH];
    char name[GENERATION_NAME];

    generation_name(name, number);
    (void)snprintf(path, sizeof path, "%.4000s/%s/shard", generation->root, name);
    generation->fresh_number = number;
    palpate_status status = write_stub(generation, index_shard_count(path), err);
    if (status != PALPATE_OK)
        return status;
    take_over(generation);
    generation_sweep(generation);
    return PALPATE_OK;
}

static uint64_t bytes_of(const char *database)
{
    DIR *folder = opendir(database);
    uint64_t bytes = 0;

    for (struct dirent *entry; folder != NULL && (entry = readdir(folder)) != NULL;) {
        char path[INDEX_PATH];
        struct stat status;
        if (index_path(path, database, entry->d_name) && stat(path, &status) == 0 &&
                S_ISREG(status.st_mode))
            bytes += (uint64_t)status.st_size;
    }
    if (folder != NULL)
        (void)closedir(folder);
    return bytes;
}

uint64_t generation_bytes(const struct generation *generation)
{
    char path[INDEX_PATH];
    uint64_t bytes = 0;

    if (generation->live[0] == '\0')
        return 0;
    for (unsigned i = 0; i < index_shard_count(generation->live); i++)
        if (index_shard_path(path, generation->live, i))
            bytes += bytes_of(path);
    return bytes;
}
