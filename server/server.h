/* All that the threads of a server share: state, and nothing that changes it. */
#ifndef SERVER_SERVER_H
#define SERVER_SERVER_H

#include <palpate/palpate.h>
#include <pthread.h>
#include <stdatomic.h>

#include "server/access_log.h"
#include "server/cache.h"
#include "server/connections.h"
#include "server/listen.h"
#include "server/metrics.h"
#include "server/options.h"
#include "server/page_files.h"
#include "server/rate.h"
#include "server/tally.h"
#include "server/worker.h"

struct MHD_Daemon;
struct topics;

/* What is known of the index that answers. */
struct index_state {
    palpate_index_info info;
    bool is_readable; /* the last look at it succeeded */
};

struct server {
    const struct options *options;
    struct page_files files;
    pthread_mutex_t lock; /* of limits, index and topics */
    struct limits limits;
    struct index_state index;
    struct topics *topics; /* of the index, or NULL (server/topics.h) */
    struct listeners listeners;
    struct MHD_Daemon *daemons[MAX_LISTENERS];
    struct connections connections;
    struct rates rates;
    struct workers workers;
    struct cache cache; /* of the generation in `index` */
    struct metrics metrics;
    struct access_log log;
    struct tally tally;
    _Atomic unsigned in_flight; /* requests that are not wholly answered */
    _Atomic bool is_stopping;
};

struct limits server_limits(struct server *server);
struct index_state server_index(struct server *server);

/* Says something on standard error. */
void server_say(const char *format, ...) __attribute__((format(printf, 1, 2)));

#endif
