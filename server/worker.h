/* The threads that answer, each with a searcher, and the requests that wait for them.
 */
#ifndef SERVER_WORKER_H
#define SERVER_WORKER_H

#include <palpate/palpate.h>
#include <pthread.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct request;
struct server;

struct worker {
    pthread_t thread;
    struct server *server;
    palpate_searcher *searcher;
    palpate_index_info info; /* of what the searcher has open */
    uint64_t checked_us;
};

struct workers {
    pthread_mutex_t lock;
    pthread_cond_t arrived;
    struct request *first; /* of those that wait */
    struct request **last;
    size_t waiting;
    struct worker *items;
    size_t count;
    size_t started;
    bool is_ending;
};

#endif
