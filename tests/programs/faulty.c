/* A library to preload: kills the program at one of its calls that change the disk, or
   makes that call fail, as the environment says.
   FAULTY_CALL   open, write, fsync, fsync-folder, rename, unlink, mkdir, ftruncate, or
   any FAULTY_AT     the number of the call, from 1 on; 0 for none, and they are only
   counted FAULTY_ALL    if set, all calls from that one on FAULTY_DO     kill (before
   the call), short (writes half), or the number of an error FAULTY_COUNT  a file that
   gets the number of calls, when the program ends; FAULTY_CLOCK  seconds that the clock
   goes on each time that it is asked. Writes to the three standard files
   and openings that only read are no such calls. */
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdarg.h>
#include <stdatomic.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

static atomic_long calls;

/* What this call comes to. */
enum fault { NONE, FAIL, SHORT };

static bool is_meant(const char *call)
{
    const char *wanted = getenv("FAULTY_CALL");

    return wanted != NULL && (strcmp(wanted, "any") == 0 || strcmp(wanted, call) == 0);
}

static enum fault fault_of(const char *call)
{
    const char *at = getenv("FAULTY_AT");
    const char *what = getenv("FAULTY_DO");

    if (!is_meant(call))
        return NONE;
    long number = atomic_fetch_add(&calls, 1) + 1;
    long first = at == NULL ? 0 : strtol(at, NULL, 10);
    if (first == 0 || what == NULL || number < first ||
            (number > first && getenv("FAULTY_ALL") == NULL))
        return NONE;
    if (strcmp(what, "kill") == 0)
        (void)raise(SIGKILL);
    if (strcmp(what, "short") == 0)
        return SHORT;
    errno = (int)strtol(what, NULL, 10);
    return FAIL;
}

__attribute__((destructor)) static void report(void)
{
    const char *path = getenv("FAULTY_COUNT");
    FILE *file = path == NULL ? NULL : fopen(path, "we");

    if (file == NULL)
        return;
    (void)fprintf(file, "%ld\n", atomic_load(&calls));
    (void)fclose(file);
}

/* The function of this name that would have been called. */
#define NEXT(type, name) (__extension__(type) dlsym(RTLD_NEXT, name))

static bool writes(int flags)
{
    return (flags & (O_CREAT | O_WRONLY | O_RDWR)) != 0;
}

#pragma GCC visibility push(default)

/* NOLINTBEGIN(readability-inconsistent-declaration-parameter-name,readability-identifier-naming):
   the names are those of the system, whose headers name parameters otherwise. */

#define OPENER(name)                                                            \
    int name(const char *path, int flags, ...)                                  \
    {                                                                           \
        va_list more;                                                           \
        va_start(more, flags);                                                  \
        mode_t mode = (flags & O_CREAT) != 0 ? va_arg(more, mode_t) : 0;        \
        va_end(more);                                                           \
        if (writes(flags) && fault_of("open") == FAIL)                          \
            return -1;                                                          \
        return NEXT(int (*)(const char *, int, ...), #name)(path, flags, mode); \
    }
OPENER(open)
OPENER(open64)

#define CHECKED_OPENER(name)                                         \
    int name(const char *path, int flags)                            \
    {                                                                \
        if (writes(flags) && fault_of("open") == FAIL)               \
            return -1;                                               \
        return NEXT(int (*)(const char *, int), #name)(path, flags); \
    }
int __open_2(const char *path, int flags);
int __open64_2(const char *path, int flags);
CHECKED_OPENER(__open_2)
CHECKED_OPENER(__open64_2)

int clock_gettime(clockid_t clock, struct timespec *now)
{
    static atomic_long times;
    const char *step = getenv("FAULTY_CLOCK");
    int status =
            NEXT(int (*)(clockid_t, struct timespec *), "clock_gettime")(clock, now);

    if (step != NULL)
        now->tv_sec += strtol(step, NULL, 10) * (atomic_fetch_add(&times, 1) + 1);
    return status;
}

ssize_t write(int file, const void *data, size_t size)
{
    enum fault fault = file <= 2 ? NONE : fault_of("write");

    if (fault == FAIL)
        return -1;
    return NEXT(ssize_t(*)(int, const void *, size_t), "write")(
            file, data, fault == SHORT ? (size + 1) / 2 : size);
}

#define WRITER(name, offset)                                               \
    ssize_t name(int file, const void *data, size_t size, offset at)       \
    {                                                                      \
        enum fault fault = fault_of("write");                              \
        if (fault == FAIL)                                                 \
            return -1;                                                     \
        return NEXT(ssize_t(*)(int, const void *, size_t, offset), #name)( \
                file, data, fault == SHORT ? (size + 1) / 2 : size, at);   \
    }
WRITER(pwrite, off_t)
WRITER(pwrite64, off64_t)

static bool fails_to_sync(int file)
{
    struct stat about;
    bool is_folder = fstat(file, &about) == 0 && S_ISDIR(about.st_mode);

    /* Each call is counted once, also as any. */
    return fault_of(is_folder && !is_meant("fsync") ? "fsync-folder" : "fsync") == FAIL;
}

#define CALL(name, parameters, fails, ...)                  \
    int name parameters                                     \
    {                                                       \
        if (fails)                                          \
            return -1;                                      \
        return NEXT(int(*) parameters, #name)(__VA_ARGS__); \
    }
CALL(fsync, (int file), fails_to_sync(file), file)
CALL(fdatasync, (int file), fails_to_sync(file), file)
CALL(rename, (const char *from, const char *to), fault_of("rename") == FAIL, from, to)
CALL(unlink, (const char *path), fault_of("unlink") == FAIL, path)
CALL(rmdir, (const char *path), fault_of("unlink") == FAIL, path)
CALL(mkdir, (const char *path, mode_t mode), fault_of("mkdir") == FAIL, path, mode)
CALL(ftruncate, (int file, off_t size), fault_of("ftruncate") == FAIL, file, size)
CALL(ftruncate64, (int file, off64_t size), fault_of("ftruncate") == FAIL, file, size)

/* NOLINTEND(readability-inconsistent-declaration-parameter-name,readability-identifier-naming)
 */

#pragma GCC visibility pop
