/* What a client asks, and what it is told. */
#ifndef SERVER_REQUEST_H
#define SERVER_REQUEST_H

#include <palpate/view.h>
#include <stdbool.h>
#include <stdint.h>

#include "server/address.h"
#include "server/limits.h"
#include "server/reply.h"

enum { REQUEST_ARGUMENTS = 64 };

struct argument {
    palpate_view name;
    palpate_view value; /* empty where there is no "=" */
};

struct arguments {
    struct argument items[REQUEST_ARGUMENTS];
    size_t count;
    bool is_cut; /* there were more */
};

enum request_state { REQUEST_NEW, REQUEST_WHOLE, REQUEST_WAITS, REQUEST_ANSWERED };

struct MHD_Connection;
struct connection;
struct question;
struct route;
struct server;

/* Views and strings are borrowed from the connection, for as long as the request lives.
 */
struct request {
    struct server *server;
    struct MHD_Connection *handle;
    struct connection *connection;
    struct request *next; /* of those that wait */
    const struct route *route;
    enum request_state state;
    uint64_t started_us;
    struct address address;
    char method[16];
    const char *path;
    const char *fault;         /* of the request's form, static; or NULL */
    const char *origin;        /* or NULL */
    const char *host;          /* or NULL */
    const char *if_none_match; /* or NULL */
    const char *languages;     /* Accept-Language, or NULL */
    bool takes_gzip;
    bool takes_page; /* HTML, as browsers do */
    bool is_head;
    bool is_final; /* the answer is whole, and of the index that its tag names */
    size_t header_bytes;
    size_t sent_bytes;   /* of the body */
    const char *target;  /* where the address as it was sent begins */
    size_t target_bytes; /* of the address as it was sent */
    size_t query_bytes;  /* of its query */
    struct arguments arguments;
    struct question *question; /* that the route read from it, or NULL */
    char *key; /* all that the answer depends on but the index, or NULL */
    size_t key_size;
    struct reply reply;
};

/* The bytes of a query as it is sent, at most: each of its bytes may be three there,
   and other arguments stand beside it. */
static inline size_t request_query_most(const struct limits *limits)
{
    return (size_t)limits->query_bytes * 3 + 4096;
}

/* The first value of an argument; empty where it is absent. */
palpate_view request_argument(const struct request *request, const char *name);

/* Whether a list of codings as in Accept-Encoding takes gzip; NULL takes none. */
bool request_takes_gzip(const char *accept_encoding);

/* Whether If-None-Match names the tag, weakly compared. */
bool request_has_tag(const char *if_none_match, const char *etag);

static inline bool view_is(palpate_view view, const char *word)
{
    size_t i = 0;

    while (i < view.size && word[i] != '\0' && view.data[i] == word[i])
        i++;
    return i == view.size && word[i] == '\0';
}

#endif
