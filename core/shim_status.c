#include "core/shim_status.h"

#include <stdbool.h>
#include <stddef.h>
#include <string.h>
#include <xapian-c/blocks.h>

#include "core/fail.h"
#include "core/way_out.h"

struct failure {
    xc_status from;
    palpate_status to;
    const char *what; /* NULL: as the binding says it */
    const char *advice;
};

static const struct failure FAILURES[] = {
    { XC_NO_MEMORY, PALPATE_NO_MEMORY, "out of memory", "" },
    { XC_NO_INDEX, PALPATE_NO_INDEX, "there is no database", "" },
    { XC_LOCKED, PALPATE_LOCKED, "another process is writing this index",
            ": wait for it to end" },
    { XC_CHANGED, PALPATE_CHANGED, "the index changed too often while it was read",
            ": ask again" },
    { XC_CORRUPT, PALPATE_CORRUPT, "a table of the index is damaged",
            ": " INDEX_WAY_OUT },
    { XC_VERSION, PALPATE_VERSION, "a table of the index is of another version",
            ": rebuild it with palpate-index --rebuild" },
    { XC_NETWORK, PALPATE_NETWORK, NULL, "" },
    { XC_TIMEOUT, PALPATE_LIMIT, NULL, "" },
    { XC_IO, PALPATE_IO, NULL, "" },
    { XC_EXISTS, PALPATE_REFUSED, "there is a database already", "" },
    /* Of all else the library asks for nothing that could fail in a sound index. */
    { XC_INTERNAL, PALPATE_INTERNAL, "the index cannot be read", ": " INDEX_WAY_OUT },
};
enum { FAILURE_COUNT = sizeof FAILURES / sizeof *FAILURES };

static const struct failure *failure_of(xc_status status)
{
    size_t i = 0;

    while (i + 1 < FAILURE_COUNT && FAILURES[i].from != status)
        i++;
    return &FAILURES[i];
}

/* Whether it is the binding that says which file is damaged: its words begin so. */
static bool names_file(const char *message)
{
    bool does = strncmp(message, "iamglass", 8) == 0;

    for (unsigned i = 0; i < XC_TABLES; i++)
        does = does ||
               strncmp(message, xc_blocks_name(i), strlen(xc_blocks_name(i))) == 0;
    return does;
}

/* Of what the system refused its own reason is enough: Xapian puts the number of a
   block or the name of a file of its own before it. */
static const char *reason_of_system(const char *message)
{
    const char *last = message;

    for (const char *colon = strstr(message, ": "); colon != NULL;
            colon = strstr(last, ": "))
        last = colon + 2;
    return last;
}

static const char *words_of(const struct failure *failure, const xc_error *reason)
{
    if (failure->to == PALPATE_IO)
        return reason_of_system(reason->message);
    if (failure->what == NULL ||
            (failure->to == PALPATE_CORRUPT && names_file(reason->message)))
        return reason->message;
    return failure->what;
}

palpate_status shim_failure(const xc_error *reason, palpate_error *err)
{
    const struct failure *failure = failure_of(reason->status);

    return fail(err, failure->to, "%s%s", words_of(failure, reason), failure->advice);
}

palpate_status shim_reason(const xc_error *reason, palpate_error *err)
{
    const struct failure *failure = failure_of(reason->status);

    return fail(err, failure->to, "%s", words_of(failure, reason));
}
