/* A failure of the binding -> one of this library.

   What Xapian itself says of a failure is for those who know it, and names nothing that
   its reader could do: it is replaced here.  The binding's own words pass. */
#ifndef CORE_SHIM_STATUS_H
#define CORE_SHIM_STATUS_H

#include <palpate/status.h>
#include <xapian-c/xapian-c.h>

#ifdef __cplusplus
extern "C" {
#endif

/* Says what failed and what to do about it, with the status that fits. */
palpate_status shim_failure(const xc_error *reason, palpate_error *err);

/* Says what failed alone, for a caller who says where and what to do. */
palpate_status shim_reason(const xc_error *reason, palpate_error *err);

#ifdef __cplusplus
}
#endif
#endif
