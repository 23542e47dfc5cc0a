#include "server/http.h"

#include <microhttpd.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/socket.h>

#include "server/clock.h"
#include "server/counted.h"
#include "server/dispatch.h"
#include "server/form.h"
#include "server/question.h"
#include "server/refusal.h"
#include "server/send.h"
#include "server/server.h"

/* For the first line and the headers of a request with all bounds at their most. */
enum { CONNECTION_BYTES = 160 * 1024, DAEMON_CONNECTIONS = 20000 };

/* Arguments that have room in half of it, many more than are read. */
enum { ARGUMENTS_PARSED = 512 };

struct form {
    size_t hosts;
    size_t sizes;   /* Content-Length */
    size_t codings; /* Transfer-Encoding */
    const char *fault;
};

static struct connection *connection_of(struct MHD_Connection *handle)
{
    const union MHD_ConnectionInfo *info =
            MHD_get_connection_info(handle, MHD_CONNECTION_INFO_SOCKET_CONTEXT);

    return info == NULL ? NULL : info->socket_context;
}

static const struct sockaddr *peer_of(struct MHD_Connection *handle)
{
    const union MHD_ConnectionInfo *info =
            MHD_get_connection_info(handle, MHD_CONNECTION_INFO_CLIENT_ADDRESS);

    return info == NULL ? NULL : info->client_addr;
}

/* Nothing is read of a connection beyond the bounds. */
static void refuse_connection(struct server *server, int fd)
{
    server->metrics.refused++;
    refusal_send(fd, 503, "Too many connections are open");
    (void)shutdown(fd, SHUT_RDWR);
}

static void on_connection(void *user, struct MHD_Connection *handle, void **context,
        enum MHD_ConnectionNotificationCode code)
{
    struct server *server = user;
    struct limits limits = server_limits(server);

    if (code == MHD_CONNECTION_NOTIFY_CLOSED) {
        connections_remove(&server->connections, *context);
        *context = NULL;
        return;
    }
    const union MHD_ConnectionInfo *info =
            MHD_get_connection_info(handle, MHD_CONNECTION_INFO_CONNECTION_FD);
    int fd = info == NULL ? -1 : info->connect_fd;
    /* All that come through a proxy come from its address. */
    if (server->options->trusts_proxy)
        limits.address_connections = 0;
    if (!connections_may(&server->connections, peer_of(handle), &limits)) {
        refuse_connection(server, fd);
        return;
    }
    struct connection *connection =
            connections_add(&server->connections, fd, peer_of(handle));
    connections_expect(&server->connections, connection, limits.request_seconds);
    *context = connection;
}

/* Where the library has no room for the arguments of an address it closes without a
   word, so it is not shown those that are refused anyway: it parses, after this, what
   stands in its memory. */
static void cut_query(struct request *request, const char *query)
{
    size_t count = 0;
    struct limits limits = server_limits(request->server);

    for (const char *at = query; *at != '\0'; at++)
        count += *at == '&';
    request->query_bytes = strlen(query);
    request->arguments.is_cut = count >= ARGUMENTS_PARSED;
    if (request->arguments.is_cut || request->query_bytes > request_query_most(&limits))
        *(char *)query = '\0';
}

/* A first line has arrived: the start of a request. */
static void *on_target(void *user, const char *target, struct MHD_Connection *handle)
{
    struct server *server = user;
    struct request *request = calloc(1, sizeof *request);
    const char *query = strchr(target, '?');

    if (request == NULL)
        return NULL;
    server->in_flight++;
    request->server = server;
    request->handle = handle;
    request->connection = connection_of(handle);
    request->started_us = clock_us();
    request->target = target;
    request->target_bytes = strlen(target);
    request->fault = form_target_fault(target);
    if (query != NULL)
        cut_query(request, query + 1);
    connections_asked(&server->connections, request->connection,
            server_limits(server).request_seconds);
    return request;
}

static enum MHD_Result on_argument(void *user, enum MHD_ValueKind kind, const char *key,
        size_t key_size, const char *value, size_t value_size)
{
    struct arguments *arguments = user;

    (void)kind;
    if (arguments->count == REQUEST_ARGUMENTS) {
        arguments->is_cut = true;
        return MHD_NO;
    }
    arguments->items[arguments->count++] = (struct argument){ { key, key_size },
        { value == NULL ? "" : value, value_size } };
    return MHD_YES;
}

static bool is_name(const char *key, size_t size, const char *name)
{
    return size == strlen(name) && strncasecmp(key, name, size) == 0;
}

static enum MHD_Result on_header(void *user, enum MHD_ValueKind kind, const char *key,
        size_t key_size, const char *value, size_t value_size)
{
    struct form *form = user;
    const char *fault = form_header_fault((palpate_view){ key, key_size },
            (palpate_view){ value == NULL ? "" : value, value_size });

    (void)kind;
    form->hosts += is_name(key, key_size, MHD_HTTP_HEADER_HOST);
    form->sizes += is_name(key, key_size, MHD_HTTP_HEADER_CONTENT_LENGTH);
    form->codings += is_name(key, key_size, MHD_HTTP_HEADER_TRANSFER_ENCODING);
    if (form->fault == NULL)
        form->fault = fault;
    return MHD_YES;
}

/* What is wrong with the headers, or NULL. */
static const char *headers_fault(struct MHD_Connection *handle, const char *version)
{
    struct form form = { 0 };

    (void)MHD_get_connection_values_n(handle, MHD_HEADER_KIND, on_header, &form);
    if (form.fault != NULL)
        return form.fault;
    /* Programs differ in which of them they believe, and so in where a body ends. */
    if (form.sizes + form.codings > 1)
        return "A request has one Content-Length or one Transfer-Encoding";
    bool is_old = strcmp(version, MHD_HTTP_VERSION_1_0) == 0;
    return form.hosts == 1 || (is_old && form.hosts == 0)
                   ? NULL
                   : "A request has one Host header";
}

/* What is wrong with the first line, or NULL.  The library hands its parts out as
   strings that are in one piece of memory, one after another: a NUL that was sent would
   end a string before the next one begins. */
static const char *first_line_fault(
        const struct request *request, const char *method, const char *version)
{
    if (method + strlen(method) + 1 != request->target ||
            request->target + request->target_bytes + 1 != version)
        return "The first line has a NUL, or more than one space between its parts";
    return form_method_fault(method);
}

static const char *header(const struct request *request, const char *name)
{
    return MHD_lookup_connection_value(request->handle, MHD_HEADER_KIND, name);
}

/* Headers are there: takes over what is needed of them. */
static void read_request(struct request *request, const char *path, const char *method)
{
    const char *forwarded = header(request, "X-Forwarded-For");

    (void)strncpy(request->method, method, sizeof request->method - 1);
    request->path = form_path(path);
    request->is_head = strcmp(method, "HEAD") == 0;
    request->origin = header(request, MHD_HTTP_HEADER_ORIGIN);
    request->host = header(request, MHD_HTTP_HEADER_HOST);
    request->if_none_match = header(request, MHD_HTTP_HEADER_IF_NONE_MATCH);
    request->languages = header(request, MHD_HTTP_HEADER_ACCEPT_LANGUAGE);
    request->takes_gzip =
            request_takes_gzip(header(request, MHD_HTTP_HEADER_ACCEPT_ENCODING));
    const char *accept = header(request, MHD_HTTP_HEADER_ACCEPT);
    request->takes_page = accept != NULL && strstr(accept, "text/html") != NULL;
    address_of(&request->address, peer_of(request->handle));
    if (request->server->options->trusts_proxy && forwarded != NULL)
        (void)address_parse(&request->address, forwarded);
    (void)MHD_get_connection_values_n(
            request->handle, MHD_GET_ARGUMENT_KIND, on_argument, &request->arguments);
    const union MHD_ConnectionInfo *info = MHD_get_connection_info(
            request->handle, MHD_CONNECTION_INFO_REQUEST_HEADER_SIZE);
    /* The size is that of the first line, too. */
    size_t first_line = strlen(method) + request->target_bytes + sizeof "  HTTP/1.1\r";
    if (info != NULL && info->header_size > first_line)
        request->header_bytes = info->header_size - first_line;
}

static bool has_body(const struct request *request)
{
    const char *size = header(request, MHD_HTTP_HEADER_CONTENT_LENGTH);

    return header(request, MHD_HTTP_HEADER_TRANSFER_ENCODING) != NULL ||
           (size != NULL && strspn(size, "0") != strlen(size));
}

/* The library prescribes the arguments: NOLINTNEXTLINE(readability-function-size) */
static enum MHD_Result on_request(void *user, struct MHD_Connection *handle,
        const char *path, const char *method, const char *version, const char *upload,
        size_t *upload_size, /* NOLINT(readability-non-const-parameter) */
        void **context)
{
    struct request *request = *context;

    (void)user;
    (void)upload;
    if (request == NULL || *upload_size > 0)
        return MHD_NO;
    switch (request->state) {
    case REQUEST_NEW:
        read_request(request, path, method);
        if (request->fault == NULL)
            request->fault = first_line_fault(request, method, version);
        if (request->fault == NULL)
            request->fault = headers_fault(handle, version);
        request->state = REQUEST_WHOLE;
        return has_body(request) ? dispatch_with_body(request) : MHD_YES;
    case REQUEST_WHOLE:
        connections_expect(&request->server->connections, request->connection, 0);
        return dispatch(request);
    case REQUEST_WAITS: return MHD_YES;
    case REQUEST_ANSWERED: return send_reply(request);
    }
    return MHD_NO;
}

static void on_completed(void *user, struct MHD_Connection *handle, void **context,
        enum MHD_RequestTerminationCode code)
{
    struct server *server = user;
    struct request *request = *context;

    (void)handle;
    (void)code;
    if (request == NULL)
        return;
    uint64_t took_us = clock_us() - request->started_us;
    if (request->state != REQUEST_NEW) {
        /* Who left before the answer has no status. */
        if (request->reply.status > 0)
            metrics_count(&server->metrics, request->reply.status, took_us);
        access_log_write(&server->log, request, took_us, request->sent_bytes);
        counted_ask(request);
    } else if (connections_was_late(&server->connections, request->connection)) {
        metrics_count(&server->metrics, 408, took_us);
    }
    connections_expect(&server->connections, request->connection,
            server_limits(server).idle_seconds);
    reply_free(&request->reply);
    question_free(request->question);
    free(request->key);
    free(request);
    *context = NULL;
    server->in_flight--;
}

struct MHD_Daemon *http_start(struct server *server, int fd)
{
    const unsigned flags =
            MHD_USE_AUTO_INTERNAL_THREAD | MHD_ALLOW_SUSPEND_RESUME | MHD_USE_ITC;

    return MHD_start_daemon(flags, 0, NULL, NULL, on_request, server,
            MHD_OPTION_LISTEN_SOCKET, fd, MHD_OPTION_CONNECTION_MEMORY_LIMIT,
            (size_t)CONNECTION_BYTES, MHD_OPTION_CONNECTION_LIMIT,
            (unsigned)DAEMON_CONNECTIONS, MHD_OPTION_NOTIFY_CONNECTION, on_connection,
            server, MHD_OPTION_NOTIFY_COMPLETED, on_completed, server,
            MHD_OPTION_URI_LOG_CALLBACK, on_target, server,
            /* What it would refuse with a page of its own is refused here. */
            MHD_OPTION_STRICT_FOR_CLIENT, 0, MHD_OPTION_END);
}

void http_quiesce(struct MHD_Daemon *daemon, bool takes_waiting)
{
    enum { MAX_WAITING = 1024 };
    int listener = MHD_quiesce_daemon(daemon);

    for (int i = 0; takes_waiting && listener >= 0 && i < MAX_WAITING; i++) {
        struct sockaddr_storage from = { 0 };
        socklen_t size = sizeof from;
        int fd = accept4(listener, (struct sockaddr *)&from, &size,
                SOCK_NONBLOCK | SOCK_CLOEXEC);
        if (fd < 0)
            return;
        (void)MHD_add_connection(daemon, fd, (struct sockaddr *)&from, size);
    }
}

void http_stop(struct MHD_Daemon *daemon)
{
    MHD_stop_daemon(daemon);
}
