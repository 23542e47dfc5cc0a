#include "server/worker_ask.h"

#include "server/clock.h"
#include "server/server.h"
#include "server/topics.h"

/* A newer generation shows within a second, and an answer pays for looking only now and
   then. */
enum { REFRESH_US = 250000 };

static void share_state(struct worker *worker, bool is_readable, bool is_newer)
{
    struct server *server = worker->server;

    /* Before the index is the one to answer, so that its first page has its topics. */
    if (is_newer && server_index(server).info.generation != worker->info.generation)
        topics_learn(worker);
    (void)pthread_mutex_lock(&server->lock);
    server->index.is_readable = is_readable;
    if (is_newer && server->index.info.generation != worker->info.generation) {
        server->metrics.swaps += server->index.info.generation != 0;
        server->index.info = worker->info;
        cache_turn(&server->cache, worker->info.generation);
    }
    (void)pthread_mutex_unlock(&server->lock);
}

static palpate_status look_for_newer(struct worker *worker, palpate_error *err)
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
void worker_refresh(struct worker *worker)
{
    palpate_error err;

    if (clock_us() - worker->checked_us < REFRESH_US)
        return;
    bool was_readable = server_index(worker->server).is_readable;
    if (look_for_newer(worker, &err) != PALPATE_OK && was_readable)
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
    return look_for_newer(worker, &unused) == PALPATE_OK;
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

palpate_status worker_open(
        struct worker *worker, struct server *server, palpate_error *err)
{
    worker->server = server;
    palpate_status status =
            palpate_searcher_open(&worker->searcher, server->options->index, err);
    if (status == PALPATE_OK)
        palpate_searcher_allow_partial(
                worker->searcher, server->options->allow_partial);
    if (status == PALPATE_OK)
        status = palpate_searcher_info(&worker->info, worker->searcher, err);
    if (status == PALPATE_OK)
        share_state(worker, true, true);
    return status;
}
