/* A failure of the binding -> one of this library. */
#ifndef CORE_SHIM_STATUS_H
#define CORE_SHIM_STATUS_H

#include <palpate/status.h>
#include <xapian-c/xapian-c.h>

#ifdef __cplusplus
extern "C" {
#endif

/* Passes the binding's message on with the status that fits. */
palpate_status shim_failure(const xc_error *reason, palpate_error *err);

#ifdef __cplusplus
}
#endif
#endif
