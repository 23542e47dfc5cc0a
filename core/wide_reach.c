#include "core/wide_reach.h"

#include <stdio.h>
#include <string.h>
#include <time.h>

#include "core/shim_status.h"

enum { PROBE_MS = 150 /* to see whether a server that has failed is back */ };

static uint64_t now_us(void)
{
    struct timespec now;

    (void)clock_gettime(CLOCK_MONOTONIC, &now);
    return (uint64_t)now.tv_sec * 1000000 + (uint64_t)now.tv_nsec / 1000;
}

void wide_reach_fail(
        struct wide_reach *reach, const struct wide_file *file, const char *failure)
{
    for (unsigned i = 0; i < file->count; i++) {
        for (unsigned j = 0; j < file->shards[i].server_count; j++) {
            const struct wide_server *server = &file->shards[i].servers[j];
            char name[INDEX_PATH];
            int size =
                    snprintf(name, sizeof name, "%s:%u:", server->host, server->port);
            if (strncmp(failure, name, (size_t)size) == 0)
                reach->failed_us[i][j] = now_us();
        }
    }
}

bool wide_reach_is_due(const struct wide_reach *reach)
{
    return now_us() - reach->tried_us >= WIDE_PAUSE_US;
}

bool wide_reach_avoids(const struct wide_reach *reach, unsigned line, unsigned replica)
{
    uint64_t failed_us = reach->failed_us[line][replica];

    return failed_us != 0 && now_us() - failed_us < WIDE_PAUSE_US;
}

void wide_reach_begin(struct wide_reach *reach)
{
    reach->tried_us = now_us();
}

void wide_reach_refuse(struct wide_reach *reach, unsigned line, unsigned replica)
{
    reach->failed_us[line][replica] = now_us();
}

palpate_status wide_reach_open(xc_database **out, struct wide_reach *reach,
        const struct wide_file *file, unsigned line, unsigned replica, bool is_patient,
        palpate_error *err)
{
    const struct wide_server *server = &file->shards[line].servers[replica];
    bool is_probed = !is_patient && reach->failed_us[line][replica] != 0;
    xc_error reason;
    xc_status status = XC_OK;

    *out = NULL;
    if (is_probed)
        status = xc_database_open_remote(
                out, server->host, server->port, PROBE_MS, &reason);
    xc_database_close(*out);
    *out = NULL;
    if (status == XC_OK)
        status = xc_database_open_remote(
                out, server->host, server->port, reach->timeout_ms, &reason);
    reach->failed_us[line][replica] = status == XC_OK ? 0 : now_us();
    return status == XC_OK ? PALPATE_OK : shim_failure(&reason, err);
}
