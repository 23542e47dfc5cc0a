/* Put before malloc() by LD_PRELOAD: refuses calls for memory that code of palpate
   makes itself.  libxapian and libstdc++ have theirs: what they do then is theirs, too.

   STARVED_AT=N     the N-th call fails, once
   STARVED_EVERY=N  every N-th call fails, while it is switched on: SIGUSR1 does that,
   and the next SIGUSR1 switches it off STARVED_COUNT=FILE  gets the number of calls
   when the program ends */
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* The names are those of libc. */
/* NOLINTBEGIN(readability-identifier-naming,bugprone-reserved-identifier,cert-dcl37-c,cert-dcl51-cpp)
 */
void *__libc_malloc(size_t size);
void *__libc_calloc(size_t count, size_t size);
void *__libc_realloc(void *memory, size_t size);
/* NOLINTEND(readability-identifier-naming,bugprone-reserved-identifier,cert-dcl37-c,cert-dcl51-cpp)
 */

/* By the programs, in whose place of libc it stands. */
#define SEEN __attribute__((visibility("default")))

static _Atomic unsigned long calls;
static unsigned long at;
static unsigned long every;
static int report = -1;
static volatile sig_atomic_t is_on;

static void turn(int number)
{
    (void)number;
    is_on = !is_on;
}

static unsigned long number_of(const char *name)
{
    const char *value = getenv(name);

    return value == NULL ? 0 : strtoul(value, NULL, 10);
}

__attribute__((constructor)) static void start(void)
{
    const char *path = getenv("STARVED_COUNT");

    at = number_of("STARVED_AT");
    every = number_of("STARVED_EVERY");
    if (every > 0)
        (void)signal(SIGUSR1, turn);
    /* Opened before the program gives up the right to. */
    if (path != NULL)
        report = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
    calls = 0;
}

__attribute__((destructor)) static void end(void)
{
    char text[32];
    int size = snprintf(text, sizeof text, "%lu\n", (unsigned long)calls);

    if (report >= 0 && write(report, text, (size_t)size) < 0) {
        /* The test finds it empty. */
    }
}

static bool is_of_palpate(const void *caller)
{
    Dl_info about;

    return dladdr(caller, &about) != 0 && about.dli_fname != NULL &&
           strstr(about.dli_fname, "palpate") != NULL &&
           strstr(about.dli_fname, "starved") == NULL;
}

static bool is_refused(const void *caller)
{
    if ((at == 0 && !is_on && report < 0) || !is_of_palpate(caller))
        return false;
    unsigned long call = ++calls;
    if (call != at && (!is_on || every == 0 || call % every != 0))
        return false;
    errno = ENOMEM;
    return true;
}

/* Headers of libc name the arguments as only they may. */
/* NOLINTBEGIN(readability-inconsistent-declaration-parameter-name) */
SEEN void *malloc(size_t size)
{
    return is_refused(__builtin_return_address(0)) ? NULL : __libc_malloc(size);
}

SEEN void *calloc(size_t count, size_t size)
{
    return is_refused(__builtin_return_address(0)) ? NULL : __libc_calloc(count, size);
}

SEEN void *realloc(void *memory, size_t size)
{
    return is_refused(__builtin_return_address(0)) ? NULL
                                                   : __libc_realloc(memory, size);
}
/* NOLINTEND(readability-inconsistent-declaration-parameter-name) */
