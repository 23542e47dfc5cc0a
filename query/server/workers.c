#include "workers.h"

#include <errno.h>
#include <microhttpd.h>
#include <stdlib.h>
#include <time.h>

#include "ask.h"
#include "clock.h"
#include "routes.h"
#include "server.h"

/* A newer generation shows within a second, and an answer pays for looking only now and
   then. */
enum { REFRESH_US = 250000, IDLE_LOOK_MS = 700 };

static void share_state(struct worker *worker, bool is_readable, bool is_newer)
{
    struct server *server = worker->server;

    (void)pthread_mutex_lock(&server->lock);
    server->index.is_readable = is_readable;
    if (is_newer && server->index.info.generation != worker->info.generation) {
        server->metrics.swaps += server->index.info.generation != 0;
        server->index.info = worker->info;
        cache_turn(&server->cache, worker->info.generation);
    }
    (void)pthread_mutex_unlock(&server->lock);
}

static palpate_status look(struct worker *worker, palpate_error *err)
{
    bool changed = false;
    palpate_status status = palpate_searcher_refresh(worker->searcher, &changed, err);

    worker->checked_us = clock_us();
    if (status == PALPATE_OK && changed)
        status = palpate_searcher_info(&worker->info, worker->searcher, err);
    share_state(worker, status == PALPATE_OK, status == PALPATE_OK && changed);
    return status;
}

/* What was open stays open where the newer one cannot be read. */
static void refresh(struct worker *worker)
{
    palpate_error err;

    if (clock_us() - worker->checked_us < REFRESH_US)
        return;
    bool was_readable = server_index(worker->server).is_readable;
    if (look(worker, &err) != PALPATE_OK && was_readable)
        server_say("%s", err.message);
}

/* Whether to ask again: what was open may have gone, and then the newest is opened.
 */
static bool may_try_again(struct worker *worker, palpate_status status, int tries)
{
    enum { MAX_TRIES = 3 };
    palpate_error unused;

    if (status == PALPATE_OK || status == PALPATE_NO_MEMORY || tries == MAX_TRIES)
        return false;
    return look(worker, &unused) == PALPATE_OK;
}

palpate_status worker_search(struct worker *worker, palpate_answer **answer,
        palpate_view query, const palpate_search_options *options, palpate_error *err)
{
    palpate_status status = PALPATE_OK;
    int tries = 0;

    do
        status = palpate_search(answer, worker->searcher, query, options, err);
    while (may_try_again(worker, status, ++tries));
    return status;
}

palpate_status worker_passage(struct worker *worker, palpate_answer **answer,
        uint64_t article, uint32_t ordinal, const palpate_passage_options *options,
        palpate_error *err)
{
    palpate_status status = PALPATE_OK;
    int tries = 0;

    do
        status = palpate_passage(
                answer, worker->searcher, article, ordinal, options, err);
    while (may_try_again(worker, status, ++tries));
    return status;
}

palpate_status worker_suggest(struct worker *worker, palpate_suggestions **suggestions,
        palpate_view typed, const palpate_suggest_options *options, palpate_error *err)
{
    palpate_status status = PALPATE_OK;
    int tries = 0;

    do
        status = palpate_suggest(suggestions, worker->searcher, typed, options, err);
    while (may_try_again(worker, status, ++tries));
    return status;
}

static void answer(struct worker *worker, struct request *request)
{
    refresh(worker);
    request->route->answer(request, worker);
    if (request->takes_gzip)
        reply_compress(&request->reply);
    if (request->is_final && request->reply.status == 200)
        cache_keep(&worker->server->cache, &request->reply, ask_key(request),
                worker->info.generation);
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
static struct request *take(struct workers *workers, bool *is_over)
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

static void *work(void *user)
{
    struct worker *worker = user;
    bool is_over = false;

    while (!is_over) {
        struct request *request = take(&worker->server->workers, &is_over);
        if (request != NULL)
            answer(worker, request);
        else if (!is_over)
            refresh(worker);
    }
    return NULL;
}

static palpate_status open_worker(
        struct worker *worker, struct server *server, palpate_error *err)
{
    worker->server = server;
    palpate_status status =
            palpate_searcher_open(&worker->searcher, server->options->index, err);
    if (status == PALPATE_OK)
        status = palpate_searcher_info(&worker->info, worker->searcher, err);
    if (status == PALPATE_OK)
        share_state(worker, true, true);
    return status;
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
        status = open_worker(&workers->items[i], server, err);
    while (status == PALPATE_OK && workers->started < workers->count &&
            pthread_create(&workers->items[workers->started].thread, NULL, work,
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
