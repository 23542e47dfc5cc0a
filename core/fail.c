#include "core/fail.h"

#include <stdarg.h>
#include <stdio.h>

#include "core/printable.h"

palpate_status fail(palpate_error *err, palpate_status status, const char *format, ...)
{
    if (err == NULL)
        return status;

    va_list args;
    va_start(args, format);
    err->status = status;
    (void)vsnprintf(err->message, sizeof err->message, format, args);
    va_end(args);
    printable_make(err->message, sizeof err->message);
    return status;
}

const char *palpate_status_name(palpate_status status)
{
    static const struct {
        palpate_status status;
        const char *name;
    } NAMES[] = {
        { PALPATE_OK, "ok" },
        { PALPATE_NO_MEMORY, "no memory" },
        { PALPATE_BAD_ARGUMENT, "bad argument" },
        { PALPATE_NO_INDEX, "no index" },
        { PALPATE_LOCKED, "locked" },
        { PALPATE_CHANGED, "changed" },
        { PALPATE_CORRUPT, "corrupt" },
        { PALPATE_VERSION, "version" },
        { PALPATE_READ_ONLY, "read only" },
        { PALPATE_IO, "input/output" },
        { PALPATE_NETWORK, "network" },
        { PALPATE_BAD_INPUT, "bad input" },
        { PALPATE_LIMIT, "limit" },
        { PALPATE_REFUSED, "refused" },
        { PALPATE_INTERRUPTED, "interrupted" },
        { PALPATE_INTERNAL, "internal" },
    };

    for (size_t i = 0; i < sizeof NAMES / sizeof *NAMES; i++)
        if (NAMES[i].status == status)
            return NAMES[i].name;
    return "unknown";
}
