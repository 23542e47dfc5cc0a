#include "server/send.h"

#include <stdio.h>
#include <string.h>

#include "server/routes.h"
#include "server/server.h"

/* Nothing from anywhere else, and nothing inside the page itself. */
static const char PAGE_POLICY[] =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; "
        "font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; "
        "frame-ancestors 'none'";
static const char DATA_POLICY[] = "default-src 'none'; frame-ancestors 'none'";

static void add(struct MHD_Response *response, const char *name, const char *value)
{
    (void)MHD_add_response_header(response, name, value);
}

/* A cache puts the headers of a 304 in the place of those it has (RFC 9111, 3.2): they
   are those of the page that it keeps, also where that was not made again. */
static bool is_of_page(const struct request *request)
{
    const struct reply *reply = &request->reply;

    return reply->status == 304 && request->route != NULL ? request->route->is_page
                                                          : reply->is_page;
}

/* What the answer depends on: the page is of the language that the browser prefers. */
static const char *variants_of(const struct request *request)
{
    const struct options *options = request->server->options;
    bool is_any = options->origin_count == 0 || strcmp(options->origins[0], "*") == 0;

    if (is_of_page(request))
        return is_any ? "Accept-Encoding, Accept-Language"
                      : "Accept-Encoding, Accept-Language, Origin";
    return is_any ? "Accept-Encoding" : "Accept-Encoding, Origin";
}

static void add_security(struct MHD_Response *response, const struct request *request)
{
    bool is_shared = request->server->options->origin_count > 0;

    add(response, "Content-Security-Policy",
            is_of_page(request) ? PAGE_POLICY : DATA_POLICY);
    add(response, "X-Content-Type-Options", "nosniff");
    add(response, "X-Frame-Options", "DENY");
    /* What was searched stands in the page's address: it is not told to the articles.
     */
    add(response, "Referrer-Policy", "no-referrer");
    add(response, "Cross-Origin-Resource-Policy",
            is_shared ? "cross-origin" : "same-origin");
}

/* The value of Access-Control-Allow-Origin, or NULL. */
static const char *allowed_origin(const struct request *request)
{
    const struct options *options = request->server->options;

    for (size_t i = 0; i < options->origin_count; i++) {
        if (strcmp(options->origins[i], "*") == 0)
            return "*";
        if (request->origin != NULL &&
                strcmp(options->origins[i], request->origin) == 0)
            return options->origins[i];
    }
    return NULL;
}

static void add_sharing(struct MHD_Response *response, const struct request *request)
{
    const char *origin = allowed_origin(request);

    if (origin == NULL)
        return;
    add(response, "Access-Control-Allow-Origin", origin);
    add(response, "Access-Control-Expose-Headers", "ETag, Retry-After");
    if (strcmp(request->method, "OPTIONS") == 0) {
        add(response, "Access-Control-Allow-Methods", "GET, HEAD, OPTIONS");
        add(response, "Access-Control-Allow-Headers", "If-None-Match");
        add(response, "Access-Control-Max-Age", "86400");
    }
}

static void add_headers(struct MHD_Response *response, const struct request *request)
{
    const struct reply *reply = &request->reply;
    char seconds[16];

    if (reply->type != NULL && reply->status != 304)
        add(response, "Content-Type", reply->type);
    if (reply->is_gzip && reply->status != 304)
        add(response, "Content-Encoding", "gzip");
    if (reply->etag[0] != '\0')
        add(response, "ETag", reply->etag);
    if (reply->allow != NULL)
        add(response, "Allow", reply->allow);
    if (reply->retry_after > 0) {
        (void)snprintf(seconds, sizeof seconds, "%u", reply->retry_after);
        add(response, "Retry-After", seconds);
    }
    add(response, "Vary", variants_of(request));
    add(response, "Cache-Control", reply->is_kept_nowhere ? "no-store" : "no-cache");
    /* After what is malformed there is no telling where the next request begins. */
    if (request->server->is_stopping || request->fault != NULL)
        add(response, "Connection", "close");
    add_security(response, request);
    add_sharing(response, request);
}

/* The response takes the body over. */
static struct MHD_Response *response_of(struct reply *reply)
{
    struct MHD_Response *response = NULL;

    if (reply->shared != NULL)
        response = MHD_create_response_from_buffer_with_free_callback_cls(
                reply->size, reply->body, reply_body_release, reply->shared);
    else
        response = MHD_create_response_from_buffer(reply->size, reply->body,
                reply->is_borrowed ? MHD_RESPMEM_PERSISTENT : MHD_RESPMEM_MUST_FREE);
    if (response != NULL) {
        reply->shared = NULL;
        reply->body = NULL;
        reply->size = 0;
    }
    return response;
}

enum MHD_Result send_reply(struct request *request)
{
    struct reply *reply = &request->reply;

    if (request_has_tag(request->if_none_match, reply->etag) && reply->status == 200)
        reply_not_modified(reply);
    request->sent_bytes = request->is_head ? 0 : reply->size;
    struct MHD_Response *response = response_of(reply);
    if (response == NULL)
        return MHD_NO;
    add_headers(response, request);
    connections_expect(&request->server->connections, request->connection,
            server_limits(request->server).send_seconds);
    enum MHD_Result result =
            MHD_queue_response(request->handle, reply->status, response);
    MHD_destroy_response(response);
    return result;
}
