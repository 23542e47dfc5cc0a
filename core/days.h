/* "2026-05-03" -> a number of days, so that dates can be subtracted. */
#ifndef CORE_DAYS_H
#define CORE_DAYS_H

#include <palpate/view.h>
#include <stdbool.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/* Reads the day that an ISO 8601 date starts with, as days since 1970-01-01; false
   where it starts with none. */
bool days_read(int64_t *days, palpate_view date);

/* Today, in UTC. */
int64_t days_now(void);

#ifdef __cplusplus
}
#endif
#endif
