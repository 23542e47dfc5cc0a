/* Servers of a wide index -> connections, and which of them to leave alone for now. */
#ifndef CORE_WIDE_REACH_H
#define CORE_WIDE_REACH_H

#include <palpate/status.h>
#include <stdbool.h>
#include <stdint.h>
#include <xapian-c/read.h>

#include "core/wide_file.h"

#ifdef __cplusplus
extern "C" {
#endif

/* Which servers were reached, for the openings to come.  Zeros are a start, with
   `timeout_ms` set. */
struct wide_reach {
    unsigned timeout_ms; /* for connecting, and for each exchange after it */
    uint64_t failed_us[MAX_SHARDS][WIDE_REPLICAS]; /* when each failed last, or 0 */
    uint64_t tried_us; /* when servers that had failed were tried last */
};

enum { WIDE_PAUSE_US = 800000 /* before a server that failed is tried again */ };

/* Notes that the server which a failure names, "HOST:PORT: …", cannot be asked now. */
void wide_reach_fail(
        struct wide_reach *reach, const struct wide_file *file, const char *failure);

/* Whether a server failed a moment ago, so that another one is asked first. */
bool wide_reach_avoids(const struct wide_reach *reach, unsigned line, unsigned replica);

/* Connects to a server of a line, and notes whether that failed.  One that has failed
   before is not waited for as one that is expected to answer, unless `is_patient`.
   PALPATE_NETWORK with the server. */
palpate_status wide_reach_open(xc_database **out, struct wide_reach *reach,
        const struct wide_file *file, unsigned line, unsigned replica, bool is_patient,
        palpate_error *err);

/* Notes that servers are tried now. */
void wide_reach_begin(struct wide_reach *reach);

/* Notes that a server of a line has not what is wanted. */
void wide_reach_refuse(struct wide_reach *reach, unsigned line, unsigned replica);

/* Whether it is time to try those again that failed. */
bool wide_reach_is_due(const struct wide_reach *reach);

#ifdef __cplusplus
}
#endif
#endif
