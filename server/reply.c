#include "server/reply.h"

#include <inttypes.h>
#include <jansson.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <zlib.h>

#include "server/text.h"

static const palpate_view NO_MEMORY = PALPATE_VIEW_INIT(
        "{\"type\":\"about:blank\",\"title\":\"Service Unavailable\",\"status\":503,"
        "\"detail\":\"The server is out of memory\"}\n");
static const char PROBLEM[] = "application/problem+json";

struct reply_body {
    _Atomic unsigned users;
    char *bytes;
};

void reply_body_release(void *shared)
{
    struct reply_body *body = shared;

    if (--body->users > 0)
        return;
    free(body->bytes);
    free(body);
}

static void drop_body(struct reply *reply)
{
    if (reply->shared != NULL)
        reply_body_release(reply->shared);
    else if (!reply->is_borrowed)
        free(reply->body);
    reply->shared = NULL;
    reply->body = NULL;
    reply->size = 0;
}

static void set(struct reply *reply, unsigned status, const char *type)
{
    drop_body(reply);
    *reply = (struct reply){ .status = status, .type = type };
}

void reply_static(
        struct reply *reply, unsigned status, const char *type, palpate_view body)
{
    set(reply, status, type);
    reply->body = (char *)body.data;
    reply->size = body.size;
    reply->is_borrowed = true;
}

void reply_text(
        struct reply *reply, unsigned status, const char *type, struct text *text)
{
    size_t size = 0;
    char *body = text_close(text, &size);

    if (body == NULL) {
        reply_static(reply, 503, PROBLEM, NO_MEMORY);
        return;
    }
    set(reply, status, type);
    reply->body = body;
    reply->size = size;
}

const char *reply_phrase(unsigned status)
{
    static const struct {
        unsigned status;
        const char *phrase;
    } PHRASES[] = {
        { 400, "Bad Request" },
        { 404, "Not Found" },
        { 405, "Method Not Allowed" },
        { 408, "Request Timeout" },
        { 413, "Content Too Large" },
        { 414, "URI Too Long" },
        { 421, "Misdirected Request" },
        { 429, "Too Many Requests" },
        { 431, "Request Header Fields Too Large" },
        { 500, "Internal Server Error" },
        { 503, "Service Unavailable" },
    };

    for (size_t i = 0; i < sizeof PHRASES / sizeof *PHRASES; i++)
        if (PHRASES[i].status == status)
            return PHRASES[i].phrase;
    return "Error";
}

/* JSON as one line. "<" is only ever in its strings, and is written so that no page
   into which the JSON is put can take it for its own. */
static void add_json(struct text *text, const char *json)
{
    for (const char *at = json; *at != '\0'; at++) {
        if (*at == '<')
            text_add_string(text, "\\u003c");
        else
            text_add(text, (palpate_view){ at, 1 });
    }
    text_add_string(text, "\n");
}

void reply_problem(struct reply *reply, unsigned status, const char *detail)
{
    struct text text;
    json_t *problem = json_pack("{s:s, s:s, s:i, s:s}", "type", "about:blank", "title",
            reply_phrase(status), "status", (int)status, "detail", detail);
    char *body = problem == NULL ? NULL : json_dumps(problem, JSON_COMPACT);

    json_decref(problem);
    if (body == NULL) {
        reply_static(reply, 503, PROBLEM, NO_MEMORY);
        return;
    }
    text_open(&text);
    add_json(&text, body);
    reply_text(reply, status, PROBLEM, &text);
    reply->is_kept_nowhere = true;
    (void)snprintf(reply->detail, sizeof reply->detail, "%s", detail);
    free(body);
}

void reply_not_modified(struct reply *reply)
{
    drop_body(reply);
    reply->status = 304;
    reply->is_borrowed = true;
}

void reply_tag(struct reply *reply, palpate_view what, uint64_t generation)
{
    uint64_t hash = UINT64_C(0xCBF29CE484222325); /* FNV-1a */

    for (size_t i = 0; i < what.size; i++)
        hash = (hash ^ (unsigned char)what.data[i]) * UINT64_C(0x100000001B3);
    /* Weak: the same answer takes another time and may be compressed. */
    (void)snprintf(reply->etag, sizeof reply->etag,
            "W/\"%016" PRIx64 "-%016" PRIx64 "\"", generation, hash);
}

void reply_compress(struct reply *reply)
{
    enum { WORTH_IT = 512, LEVEL = 3, GZIP_WINDOW = 15 + 16, MEMORY = 8 };
    z_stream stream = { 0 };

    if (reply->size < WORTH_IT || reply->is_gzip ||
            deflateInit2(&stream, LEVEL, Z_DEFLATED, GZIP_WINDOW, MEMORY,
                    Z_DEFAULT_STRATEGY) != Z_OK)
        return;
    char *packed = malloc(reply->size);
    stream.next_in = (Bytef *)reply->body;
    stream.avail_in = (uInt)reply->size;
    stream.next_out = (Bytef *)packed;
    stream.avail_out = packed == NULL ? 0 : (uInt)reply->size;
    bool is_smaller = packed != NULL && deflate(&stream, Z_FINISH) == Z_STREAM_END;
    size_t size = stream.total_out;
    (void)deflateEnd(&stream);
    if (!is_smaller) {
        free(packed);
        return;
    }
    drop_body(reply);
    reply->body = packed;
    reply->size = size;
    reply->is_borrowed = false;
    reply->is_gzip = true;
}

bool reply_share(struct reply *reply)
{
    if (reply->shared != NULL)
        return true;
    if (reply->is_borrowed)
        return false;
    struct reply_body *body = malloc(sizeof *body);
    if (body == NULL)
        return false;
    body->users = 1;
    body->bytes = reply->body;
    reply->shared = body;
    return true;
}

void reply_copy_shared(struct reply *reply, const struct reply *other)
{
    *reply = *other;
    reply->shared->users++;
}

void reply_free(struct reply *reply)
{
    drop_body(reply);
    *reply = (struct reply){ 0 };
}

void reply_json(struct reply *reply, unsigned status, json_t *json)
{
    struct text text;
    char *body = json == NULL ? NULL : json_dumps(json, JSON_COMPACT);

    json_decref(json);
    if (body == NULL) {
        reply_problem(reply, 503, "The server is out of memory");
        return;
    }
    text_open(&text);
    add_json(&text, body);
    reply_text(reply, status, "application/json", &text);
    free(body);
}
