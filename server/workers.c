#include "server/workers.h"

#include <errno.h>
#include <microhttpd.h>
#include <stdlib.h>
#include <time.h>

#include "server/ask.h"
#include "server/routes.h"
#include "server/server.h"
#include "server/worker_ask.h"

enum { IDLE_LOOK_MS = 700 };

static void answer_request(struct worker *worker, struct request *request)
{
    worker_refresh(worker);
    request->route->answer(request, worker);
    if (request->takes_gzip)
        reply_compress(&request->reply);
    if (request->is_final && request->reply.status == 200)
        cache_keep(&worker->server->cache, &request->reply, ask_key(request),
                worker->info.generation);
    page_for_person(request);
    request->state = REQUEST_ANSWERED;
    /* From here on the request belongs to the connection's thread. */
    MHD_resume_connection(request->handle);
}

static void wait_for_more(struct workers *workers)
{
    struct timespec until;

    (void)clock_gettime(CLOCK_MONOTONIC, &until);
    until.tv_nsec += (long)IDLE_LOOK_MS * 1000000;
    until.tv_sec += until.tv_nsec / 1000000000;
    until.tv_nsec %= 1000000000;
    (void)pthread_cond_timedwait(&workers->arrived, &workers->lock, &until);
}

/* The next request, or NULL where none came for a while. */
static struct request *take_request(struct workers *workers, bool *is_over)
{
    (void)pthread_mutex_lock(&workers->lock);
    if (workers->first == NULL && !workers->is_ending)
        wait_for_more(workers);
    struct request *request = workers->first;
    if (request != NULL) {
        workers->first = request->next;
        if (workers->first == NULL)
            workers->last = &workers->first;
        workers->waiting--;
    }
    *is_over = request == NULL && workers->is_ending;
    (void)pthread_mutex_unlock(&workers->lock);
    return request;
}

static void *answer_all(void *user)
{
    struct worker *worker = user;
    bool is_over = false;

    while (!is_over) {
        struct request *request = take_request(&worker->server->workers, &is_over);
        if (request != NULL)
            answer_request(worker, request);
        else if (!is_over)
            worker_refresh(worker);
    }
    return NULL;
}

palpate_status workers_start(struct workers *workers, struct server *server,
        size_t count, palpate_error *err)
{
    pthread_condattr_t attributes;

    (void)pthread_mutex_init(&workers->lock, NULL);
    (void)pthread_condattr_init(&attributes);
    (void)pthread_condattr_setclock(&attributes, CLOCK_MONOTONIC);
    (void)pthread_cond_init(&workers->arrived, &attributes);
    (void)pthread_condattr_destroy(&attributes);
    workers->last = &workers->first;
    workers->items = calloc(count, sizeof *workers->items);
    workers->count = workers->items == NULL ? 0 : count;

    palpate_status status = PALPATE_OK;
    for (size_t i = 0; status == PALPATE_OK && i < workers->count; i++)
        status = worker_open(&workers->items[i], server, err);
    while (status == PALPATE_OK && workers->started < workers->count &&
            pthread_create(&workers->items[workers->started].thread, NULL, answer_all,
                    &workers->items[workers->started]) == 0)
        workers->started++;
    if (status == PALPATE_OK && workers->started == 0) {
        (void)snprintf(err->message, sizeof err->message, "cannot start a thread");
        status = PALPATE_NO_MEMORY;
    }
    return status;
}

bool workers_reserve(struct workers *workers, size_t most)
{
    (void)pthread_mutex_lock(&workers->lock);
    bool has_place = workers->waiting < most && !workers->is_ending;
    workers->waiting += has_place;
    (void)pthread_mutex_unlock(&workers->lock);
    return has_place;
}

void workers_push(struct workers *workers, struct request *request)
{
    (void)pthread_mutex_lock(&workers->lock);
    request->next = NULL;
    *workers->last = request;
    workers->last = &request->next;
    (void)pthread_cond_signal(&workers->arrived);
    (void)pthread_mutex_unlock(&workers->lock);
}

size_t workers_waiting(struct workers *workers)
{
    (void)pthread_mutex_lock(&workers->lock);
    size_t waiting = workers->waiting;
    (void)pthread_mutex_unlock(&workers->lock);
    return waiting;
}

void workers_stop(struct workers *workers)
{
    (void)pthread_mutex_lock(&workers->lock);
    workers->is_ending = true;
    (void)pthread_cond_broadcast(&workers->arrived);
    (void)pthread_mutex_unlock(&workers->lock);
    for (size_t i = 0; i < workers->started; i++)
        (void)pthread_join(workers->items[i].thread, NULL);
    for (size_t i = 0; i < workers->count; i++)
        palpate_searcher_close(workers->items[i].searcher);
    free(workers->items);
    workers->items = NULL;
    workers->count = 0;
    workers->started = 0;
}
