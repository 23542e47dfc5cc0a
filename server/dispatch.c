#include "server/dispatch.h"

#include <stdio.h>
#include <string.h>

#include "server/ask.h"
#include "server/clock.h"
#include "server/host.h"
#include "server/routes.h"
#include "server/send.h"
#include "server/server.h"
#include "server/workers.h"

static const char METHODS[] = "GET, HEAD, OPTIONS";

static bool refuse(struct request *request, unsigned status, const char *detail)
{
    reply_problem(&request->reply, status, detail);
    return true;
}

static bool refuse_size(
        struct request *request, unsigned status, const char *what, uint32_t most)
{
    char detail[128];

    (void)snprintf(detail, sizeof detail, "%s: at most %u bytes are read", what, most);
    return refuse(request, status, detail);
}

static bool is_too_often(struct request *request, const struct limits *limits)
{
    unsigned wait = rates_take(&request->server->rates, &request->address, clock_us(),
            limits->rate, limits->burst);

    if (wait == 0)
        return false;
    (void)refuse(request, 429, "Too many requests from this address");
    request->reply.retry_after = wait;
    return true;
}

static bool is_too_large(struct request *request, const struct limits *limits)
{
    size_t most = request_query_most(limits);

    if (request->header_bytes > limits->header_bytes)
        return refuse_size(
                request, 431, "The headers are too large", limits->header_bytes);
    if (request_argument(request, "q").size > limits->query_bytes ||
            request->query_bytes > most)
        return refuse_size(request, 414, "The query is too long", limits->query_bytes);
    if (request->arguments.is_cut)
        return refuse(request, 400, "The address has too many arguments");
    return false;
}

static bool is_malformed(struct request *request)
{
    return request->fault != NULL && refuse(request, 400, request->fault);
}

static bool is_misdirected(struct request *request)
{
    const struct server *server = request->server;

    return !host_is_answered(request, server->options) &&
           refuse(request, 421,
                   "This server does not answer for the host that was asked; its "
                   "operator can name it with --allow-host");
}

static bool is_other_method(struct request *request)
{
    if (request->is_head || strcmp(request->method, "GET") == 0 ||
            strcmp(request->method, "OPTIONS") == 0)
        return false;
    (void)refuse(request, 405, "Only GET, HEAD and OPTIONS are answered");
    request->reply.allow = METHODS;
    return true;
}

/* Answers a request that goes no further; false where it does. */
static bool is_settled(struct request *request, const struct limits *limits)
{
    bool is_options = strcmp(request->method, "OPTIONS") == 0;

    if (is_too_often(request, limits) || is_malformed(request) ||
            is_misdirected(request) || is_other_method(request) ||
            is_too_large(request, limits))
        return true;
    request->route = route_find(&request->server->files, request->path);
    if (request->route == NULL && !(is_options && strcmp(request->path, "*") == 0))
        return refuse(request, 404, "Nothing has this path");
    if (!is_options)
        return false;
    reply_static(&request->reply, 204, NULL, (palpate_view){ NULL, 0 });
    request->reply.allow = METHODS;
    return true;
}

/* Sends what needs no worker; to a person, what is wrong as a page. */
static enum MHD_Result reply_now(struct request *request)
{
    page_for_person(request);
    return send_reply(request);
}

static enum MHD_Result answer_at_once(struct request *request)
{
    request->route->answer(request, NULL);
    if (request->takes_gzip)
        reply_compress(&request->reply);
    return reply_now(request);
}

/* Answers what takes no search: what makes no sense, what the client has already, and
   what is kept.  False where it has to be searched. */
static bool is_known(struct request *request, const struct limits *limits)
{
    struct server *server = request->server;
    const char *tags = request->if_none_match;

    if (!request->route->read(request, limits))
        return true;
    /* Whether there is anything at all, as * asks, is not known yet. */
    if (tags != NULL && strchr(tags, '*') == NULL) {
        ask_tag(request, server_index(server).info.generation);
        if (request_has_tag(tags, request->reply.etag)) {
            reply_not_modified(&request->reply);
            return true;
        }
        *request->reply.etag = '\0';
    }
    return cache_find(&server->cache, &request->reply, ask_key(request));
}

enum MHD_Result dispatch(struct request *request)
{
    struct server *server = request->server;
    struct limits limits = server_limits(server);

    if (is_settled(request, &limits))
        return reply_now(request);
    if (!route_needs_worker(request->route, request))
        return answer_at_once(request);
    if (is_known(request, &limits))
        return reply_now(request);
    if (!workers_reserve(&server->workers, limits.waiting)) {
        (void)refuse(request, 503, "Too many requests are waiting");
        request->reply.retry_after = 1;
        return reply_now(request);
    }
    request->state = REQUEST_WAITS;
    MHD_suspend_connection(request->handle);
    workers_push(&server->workers, request);
    return MHD_YES;
}

enum MHD_Result dispatch_with_body(struct request *request)
{
    struct limits limits = server_limits(request->server);

    if (!is_too_often(request, &limits) && !is_malformed(request) &&
            !is_misdirected(request) && !is_other_method(request))
        (void)refuse(request, 413, "Requests have no body here");
    return reply_now(request);
}
