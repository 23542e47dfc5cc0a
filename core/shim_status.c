#include "core/shim_status.h"

#include <stddef.h>

#include "core/fail.h"

palpate_status shim_failure(const xc_error *reason, palpate_error *err)
{
    static const struct {
        xc_status from;
        palpate_status to;
    } STATUSES[] = {
        { XC_NO_MEMORY, PALPATE_NO_MEMORY },
        { XC_NO_INDEX, PALPATE_NO_INDEX },
        { XC_LOCKED, PALPATE_LOCKED },
        { XC_CHANGED, PALPATE_CHANGED },
        { XC_CORRUPT, PALPATE_CORRUPT },
        { XC_VERSION, PALPATE_VERSION },
        { XC_NETWORK, PALPATE_NETWORK },
        { XC_TIMEOUT, PALPATE_LIMIT },
        { XC_IO, PALPATE_IO },
        { XC_EXISTS, PALPATE_REFUSED },
    };

    for (size_t i = 0; i < sizeof STATUSES / sizeof *STATUSES; i++)
        if (STATUSES[i].from == reason->status)
            return fail(err, STATUSES[i].to, "%s", reason->message);
    return fail(err, PALPATE_INTERNAL, "%s", reason->message);
}
