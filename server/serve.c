#include "server/serve.h"

#include <errno.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <time.h>
#include <unistd.h>

#include "server/clock.h"
#include "server/http.h"
#include "server/notify.h"
#include "server/rights.h"
#include "server/server.h"
#include "server/topics.h"
#include "server/workers.h"

enum {
    TICK_MS = 100,
    TAKING_MS = 20, /* until connections that were taken last are known to us */
    COMPLAINT = 512
};

static bool read_limits(struct server *server)
{
    struct limits limits = server->options->limits;
    char complaint[COMPLAINT];

    if (server->options->limits_file != NULL &&
            !limits_read(&limits, server->options->limits_file, complaint,
                    sizeof complaint)) {
        server_say("%s", complaint);
        return false;
    }
    (void)pthread_mutex_lock(&server->lock);
    server->limits = limits;
    (void)pthread_mutex_unlock(&server->lock);
    return true;
}

static bool read_files(struct server *server)
{
    char complaint[COMPLAINT];

    if (page_files_read(&server->files, server->options, complaint, sizeof complaint))
        return true;
    server_say("%s", complaint);
    return false;
}

static bool open_sockets(struct server *server)
{
    const struct options *options = server->options;
    char complaint[COMPLAINT];
    bool is_open = listen_given(&server->listeners, complaint, sizeof complaint);

    for (size_t i = 0; is_open && i < options->listen_count; i++)
        is_open = listen_at(
                &server->listeners, options->listen[i], complaint, sizeof complaint);
    if (is_open && server->listeners.count == 0)
        is_open = listen_at(
                &server->listeners, "127.0.0.1:8080", complaint, sizeof complaint);
    if (!is_open)
        server_say("%s", complaint);
    return is_open;
}

static bool open_log(struct server *server)
{
    const char *path = server->options->access_log;

    server->log.is_off = strcmp(path, "none") == 0;
    server->log.path = strcmp(path, "-") == 0 ? NULL : path;
    server->log.has_queries = server->options->log_queries;
    if (access_log_open(&server->log))
        return true;
    server_say("%s: %s", path, strerror(errno));
    return false;
}

static bool open_tally(struct server *server)
{
    const struct options *options = server->options;

    if (tally_open(&server->tally, options->queries, options->least_askers))
        return true;
    server_say("%s: %s", options->queries, strerror(errno));
    return false;
}

static bool start_answering(struct server *server)
{
    for (size_t i = 0; i < server->listeners.count; i++) {
        server->daemons[i] = http_start(server, server->listeners.items[i].fd);
        if (server->daemons[i] == NULL) {
            server_say("cannot answer at %s", server->listeners.items[i].name);
            return false;
        }
        (void)printf("listening at %s\n", server->listeners.items[i].name);
    }
    (void)fflush(stdout);
    return true;
}

static bool start_server(struct server *server)
{
    palpate_error err;

    if (!read_limits(server) || !read_files(server) || !open_log(server) ||
            !open_tally(server) || !open_sockets(server))
        return false;
    notify_open();
    if (!rights_give_up(server))
        return false;
    if (workers_start(&server->workers, server, server->options->threads, &err) !=
            PALPATE_OK) {
        server_say("%s", err.message);
        return false;
    }
    return start_answering(server);
}

static void reload_limits(struct server *server)
{
    notify_reloading();
    cache_empty(&server->cache);
    if (read_limits(server)) {
        server->metrics.reloads++;
        server_say("the limits were read again");
    }
    if (!access_log_reopen(&server->log))
        server_say("%s: %s", server->log.path, strerror(errno));
    if (!tally_reopen(&server->tally))
        server_say("%s: %s", server->tally.path, strerror(errno));
    notify_send("READY=1");
}

static void pause_for(unsigned milliseconds)
{
    const struct timespec pause = { 0, (long)milliseconds * 1000000 };

    (void)nanosleep(&pause, NULL);
}

/* Waits until everybody has the answer to what they asked, and who has just come could
   ask. */
static void wait_for_answers(struct server *server, uint64_t deadline_us)
{
    enum { FIRST_WORD_US = 300000 };
    uint64_t start = clock_us();

    while (clock_us() < deadline_us &&
            (server->in_flight > 0 || (connections_fresh(&server->connections) > 0 &&
                                              clock_us() - start < FIRST_WORD_US))) {
        connections_expire(&server->connections, clock_us());
        pause_for(2);
    }
}

/* Who comes from now on is refused, and does not wait for nothing.  A given socket is
   still there for whoever is started next. */
static void stop_listening(struct MHD_Daemon *daemon, struct listener *listener)
{
    http_quiesce(daemon, !listener->is_given);
    (void)close(listener->fd);
    listener->fd = -1;
}

/* No new connections; what is being answered is answered, within bounds. */
static void stop_server(struct server *server)
{
    uint64_t deadline_us =
            clock_us() + (uint64_t)server_limits(server).stop_seconds * 1000000;

    notify_send("STOPPING=1");
    server->is_stopping = true;
    for (size_t i = 0; i < server->listeners.count; i++)
        if (server->daemons[i] != NULL)
            stop_listening(server->daemons[i], &server->listeners.items[i]);
    pause_for(TAKING_MS);
    wait_for_answers(server, deadline_us);
    workers_stop(&server->workers);
    /* What came in between was answered, or told to come back, and is still to be sent.
     */
    wait_for_answers(server, deadline_us);
    for (size_t i = 0; i < server->listeners.count; i++)
        if (server->daemons[i] != NULL)
            http_stop(server->daemons[i]);
    listen_close(&server->listeners);
    access_log_close(&server->log);
    tally_close(&server->tally);
}

static void serve_until_signal(struct server *server, const sigset_t *signals)
{
    const struct timespec tick = { 0, (long)TICK_MS * 1000000 };
    uint64_t watchdog_us = notify_watchdog_us();
    uint64_t barked_us = clock_us();

    notify_send("READY=1");
    while (true) {
        int signal = sigtimedwait(signals, NULL, &tick);
        if (signal == SIGTERM || signal == SIGINT)
            return;
        if (signal == SIGHUP)
            reload_limits(server);
        connections_expire(&server->connections, clock_us());
        tally_tick(&server->tally, clock_us(), (int64_t)time(NULL));
        if (watchdog_us > 0 && clock_us() - barked_us > watchdog_us / 3) {
            notify_send("WATCHDOG=1");
            barked_us = clock_us();
        }
    }
}

/* As many connections as the system lets us have. */
static void raise_descriptors(void)
{
    struct rlimit limit;

    if (getrlimit(RLIMIT_NOFILE, &limit) == 0) {
        limit.rlim_cur = limit.rlim_max;
        (void)setrlimit(RLIMIT_NOFILE, &limit);
    }
}

bool serve(const struct options *options)
{
    struct server *server = calloc(1, sizeof *server);
    sigset_t signals;

    if (server == NULL)
        return false;
    /* Every thread inherits the mask, so that signals wait there for the loop. */
    (void)sigemptyset(&signals);
    (void)sigaddset(&signals, SIGTERM);
    (void)sigaddset(&signals, SIGINT);
    (void)sigaddset(&signals, SIGHUP);
    (void)pthread_sigmask(SIG_BLOCK, &signals, NULL);
    (void)signal(SIGPIPE, SIG_IGN);
    raise_descriptors();
    server->options = options;
    server->log.fd = -1;
    server->tally.fd = -1;
    (void)pthread_mutex_init(&server->lock, NULL);
    connections_init(&server->connections);
    rates_init(&server->rates);
    cache_open(&server->cache, options->cache_bytes);

    bool is_started = start_server(server);
    if (is_started && geteuid() == 0)
        server_say("this runs as root: name another user with --user");
    if (is_started)
        serve_until_signal(server, &signals);
    stop_server(server);
    cache_close(&server->cache);
    topics_close(server);
    page_files_free(&server->files);
    free(server);
    return is_started;
}
