/* Answered requests -> a line of JSON each. */
#ifndef SERVER_ACCESS_LOG_H
#define SERVER_ACCESS_LOG_H

#include <pthread.h>

#include "server/request.h"

/* What people search is nobody's business: it is written only where that was asked for.
 */
struct access_log {
    pthread_mutex_t lock;
    const char *path; /* NULL: standard error */
    int fd;
    bool is_off;
    bool has_queries;
};

/* False where the file cannot be opened, which errno tells. */
bool access_log_open(struct access_log *log);

/* Opens the file anew, after it was moved away; the old one stays where that fails. */
bool access_log_reopen(struct access_log *log);

void access_log_write(struct access_log *log, const struct request *request,
        uint64_t took_us, size_t bytes);

void access_log_close(struct access_log *log);

#endif
