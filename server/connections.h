/* Sockets of clients, and until when each may keep us waiting. */
#ifndef SERVER_CONNECTIONS_H
#define SERVER_CONNECTIONS_H

#include <pthread.h>
#include <stddef.h>

#include "server/address.h"
#include "server/limits.h"

struct connection {
    struct connection *next;
    struct connection **place; /* what points to this one */
    struct address address;
    uint64_t deadline_us; /* 0 while the client waits for us */
    int fd;
    bool has_asked;   /* a first line has arrived */
    bool awaits_rest; /* and of a request that has begun the headers have not */
    bool was_late;    /* and the client was told so */
};

struct connections {
    pthread_mutex_t lock;
    struct connection *first;
    size_t count;
};

void connections_init(struct connections *connections);

/* Whether the bounds leave room for one more from there. */
bool connections_may(struct connections *connections, const struct sockaddr *from,
        const struct limits *limits);

/* NULL where memory is out. */
struct connection *connections_add(
        struct connections *connections, int fd, const struct sockaddr *from);
void connections_remove(struct connections *connections, struct connection *connection);

/* From now on the client has this many seconds for what is its turn; 0: it is ours. */
void connections_expect(struct connections *connections, struct connection *connection,
        uint32_t seconds);

/* A request begins on the connection; its headers have this many seconds. */
void connections_asked(struct connections *connections, struct connection *connection,
        uint32_t seconds);

/* Whether its request was ended for being late. */
bool connections_was_late(
        struct connections *connections, const struct connection *connection);

/* How many were opened and have not asked anything yet. */
size_t connections_fresh(struct connections *connections);

/* Ends those whose time is over: whoever waits for them sees the end of the stream.  A
   byte now and then does not buy more time.  Those that have begun to ask are told. */
void connections_expire(struct connections *connections, uint64_t now_us);

size_t connections_count(struct connections *connections);

#endif
