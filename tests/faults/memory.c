#include "memory.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

/* The names are the linker's. */
/* NOLINTBEGIN(readability-identifier-naming,bugprone-reserved-identifier,cert-dcl37-c,cert-dcl51-cpp)
 */
void *__real_malloc(size_t size);
void *__real_calloc(size_t count, size_t size);
void *__real_realloc(void *memory, size_t size);
void *__wrap_malloc(size_t size);
void *__wrap_calloc(size_t count, size_t size);
void *__wrap_realloc(void *memory, size_t size);
char *__wrap_strdup(const char *text);

static _Atomic uint64_t left; /* calls until one is refused; 0: none is */
static _Atomic bool is_lasting;
static _Atomic bool was_refused;

static bool is_refused(void)
{
    if (left == 0 || --left > 0)
        return false;
    if (is_lasting)
        left = 1;
    was_refused = true;
    errno = ENOMEM;
    return true;
}

void memory_refuse(uint64_t nth, bool is_for_good)
{
    left = nth;
    is_lasting = is_for_good;
    was_refused = false;
}

bool memory_grant(void)
{
    left = 0;
    return was_refused;
}

void *__wrap_malloc(size_t size)
{
    return is_refused() ? NULL : __real_malloc(size);
}

void *__wrap_calloc(size_t count, size_t size)
{
    return is_refused() ? NULL : __real_calloc(count, size);
}

void *__wrap_realloc(void *memory, size_t size)
{
    return is_refused() ? NULL : __real_realloc(memory, size);
}

char *__wrap_strdup(const char *text)
{
    size_t size = strlen(text) + 1;
    char *copy = __wrap_malloc(size);

    return copy == NULL ? NULL : memcpy(copy, text, size);
}
/* NOLINTEND(readability-identifier-naming,bugprone-reserved-identifier,cert-dcl37-c,cert-dcl51-cpp)
 */
