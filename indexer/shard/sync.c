#include "indexer/shard/sync.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdbool.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "core/fail.h"
#include "core/index_folder.h"

enum { SYNC_DEPTH = 4 /* folders in a generation */ };

/* Some network file systems and those in user space have no fsync() for folders. */
static bool is_refusal(int reason)
{
    switch (reason) {
    case EINVAL:
    case ENOSYS:
#if ENOTSUP != EOPNOTSUPP
    case EOPNOTSUPP:
#endif
    case ENOTSUP: return true;
    default: return false;
    }
}

/* The name alone: where the index is, the run says. */
static palpate_status cannot_sync(const char *path, palpate_error *err)
{
    const char *slash = strrchr(path, '/');

    return fail(err, PALPATE_IO, "cannot sync %s: %s",
            slash == NULL || slash[1] == '\0' ? path : slash + 1, strerror(errno));
}

static palpate_status sync_open(
        int file, const char *path, bool is_folder, palpate_error *err)
{
    if (file >= 0 && (fsync(file) == 0 || (is_folder && is_refusal(errno))))
        return PALPATE_OK;
    return cannot_sync(path, err);
}

palpate_status sync_folder(const char *path, palpate_error *err)
{
    int file = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    palpate_status status = sync_open(file, path, true, err);

    if (file >= 0)
        (void)close(file);
    return status;
}

palpate_status sync_folder_of(const char *path, palpate_error *err)
{
    char folder[INDEX_PATH];
    const char *slash = strrchr(path, '/');

    if (slash == NULL)
        return sync_folder(".", err);
    (void)snprintf(folder, sizeof folder, "%.*s", (int)(slash - path) + 1, path);
    return sync_folder(folder, err);
}

static palpate_status sync_file(const char *path, palpate_error *err)
{
    int file = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK);
    palpate_status status = sync_open(file, path, false, err);

    if (file >= 0)
        (void)close(file);
    return status;
}

static palpate_status sync_below(const char *path, int depth, palpate_error *err)
{
    palpate_status status = PALPATE_OK;

    if (depth == 0)
        errno = ELOOP;
    DIR *folder = depth == 0 ? NULL : opendir(path);
    if (folder == NULL)
        return cannot_sync(path, err);
    for (struct dirent *entry;
            status == PALPATE_OK && (entry = readdir(folder)) != NULL;) {
        char inside[INDEX_PATH];
        struct stat about;
        if (strcmp(entry->d_name, ".") == 0 || strcmp(entry->d_name, "..") == 0)
            continue;
        (void)snprintf(inside, sizeof inside, "%.3800s/%s", path, entry->d_name);
        if (lstat(inside, &about) != 0)
            status = cannot_sync(inside, err);
        else if (S_ISDIR(about.st_mode))
            status = sync_below(inside, depth - 1, err);
        else if (S_ISREG(about.st_mode))
            status = sync_file(inside, err);
    }
    (void)closedir(folder);
    return status == PALPATE_OK ? sync_folder(path, err) : status;
}

palpate_status sync_tree(const char *path, palpate_error *err)
{
    return sync_below(path, SYNC_DEPTH, err);
}
