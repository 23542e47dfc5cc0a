#include "core/file.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "core/fail.h"
#include "core/view.h"

/* Whether the path is one of what was open when the process started. */
static bool is_given(const char *path)
{
    return strcmp(path, "/dev/stdin") == 0 || strncmp(path, "/dev/fd/", 8) == 0 ||
           strncmp(path, "/proc/self/fd/", 14) == 0;
}

const char *file_kind(mode_t mode)
{
    if (S_ISDIR(mode))
        return "a folder";
    if (S_ISFIFO(mode))
        return "a named pipe";
    if (S_ISSOCK(mode))
        return "a socket";
    return S_ISREG(mode) ? "a file" : "a device";
}

/* Whether reading from it ends, or is asked for by who opened it. */
static bool may_read(const char *path, mode_t mode)
{
    if (S_ISREG(mode))
        return true;
    if (S_ISCHR(mode) && strcmp(path, "/dev/null") == 0)
        return true;
    return (S_ISFIFO(mode) || S_ISCHR(mode)) && is_given(path);
}

palpate_status file_open(int *out, const char *path, palpate_error *err)
{
    struct stat status;
    int file = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY);

    *out = -1;
    if (file < 0 && errno == ENXIO)
        return fail(err, PALPATE_BAD_INPUT, "cannot open: this is not a file");
    if (file < 0)
        return fail(err, PALPATE_BAD_INPUT, "cannot open: %s", strerror(errno));
    palpate_status result = PALPATE_OK;
    if (fstat(file, &status) != 0)
        result = fail(err, PALPATE_BAD_INPUT, "cannot open: %s", strerror(errno));
    else if (!may_read(path, status.st_mode))
        result = fail(err, PALPATE_BAD_INPUT, "this is not a file, but %s",
                file_kind(status.st_mode));
    else if (!S_ISREG(status.st_mode)) /* it is waited for */
        (void)fcntl(file, F_SETFL, fcntl(file, F_GETFL) & ~O_NONBLOCK);
    if (result == PALPATE_OK)
        *out = file;
    else
        (void)close(file);
    return result;
}

bool file_is_below(int descriptor, palpate_view folder)
{
    char link[64];
    char path[PATH_MAX];

    (void)snprintf(link, sizeof link, "/proc/self/fd/%d", descriptor);
    ssize_t size = readlink(link, path, sizeof path);
    if (size <= 0 || (size_t)size == sizeof path)
        return true;
    palpate_view real = { path, (size_t)size };
    return view_starts_with(real, folder) &&
           (folder.size <= 1 || (real.size > folder.size && path[folder.size] == '/'));
}
