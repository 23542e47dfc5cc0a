#include "server/connections.h"

#include <stdlib.h>
#include <sys/socket.h>

#include "server/clock.h"
#include "server/refusal.h"

void connections_init(struct connections *connections)
{
    *connections = (struct connections){ 0 };
    (void)pthread_mutex_init(&connections->lock, NULL);
}

bool connections_may(struct connections *connections, const struct sockaddr *from,
        const struct limits *limits)
{
    struct address address;
    size_t same = 0;

    address_of(&address, from);
    (void)pthread_mutex_lock(&connections->lock);
    bool may = connections->count < limits->connections;
    for (struct connection *at = connections->first; may && at != NULL; at = at->next)
        same += address_equals(&at->address, &address);
    (void)pthread_mutex_unlock(&connections->lock);
    return may &&
           (limits->address_connections == 0 || same < limits->address_connections);
}

struct connection *connections_add(
        struct connections *connections, int fd, const struct sockaddr *from)
{
    struct connection *connection = calloc(1, sizeof *connection);

    if (connection == NULL)
        return NULL;
    connection->fd = fd;
    address_of(&connection->address, from);
    (void)pthread_mutex_lock(&connections->lock);
    connection->next = connections->first;
    connection->place = &connections->first;
    if (connection->next != NULL)
        connection->next->place = &connection->next;
    connections->first = connection;
    connections->count++;
    (void)pthread_mutex_unlock(&connections->lock);
    return connection;
}

void connections_remove(struct connections *connections, struct connection *connection)
{
    if (connection == NULL)
        return;
    (void)pthread_mutex_lock(&connections->lock);
    *connection->place = connection->next;
    if (connection->next != NULL)
        connection->next->place = connection->place;
    connections->count--;
    (void)pthread_mutex_unlock(&connections->lock);
    free(connection);
}

static void await(struct connections *connections, struct connection *connection,
        uint32_t seconds, bool is_begun)
{
    if (connection == NULL)
        return;
    uint64_t deadline = seconds == 0 ? 0 : clock_us() + (uint64_t)seconds * 1000000;
    (void)pthread_mutex_lock(&connections->lock);
    connection->deadline_us = deadline;
    connection->awaits_rest = is_begun;
    connection->has_asked = connection->has_asked || is_begun;
    (void)pthread_mutex_unlock(&connections->lock);
}

void connections_expect(struct connections *connections, struct connection *connection,
        uint32_t seconds)
{
    await(connections, connection, seconds, false);
}

void connections_asked(struct connections *connections, struct connection *connection,
        uint32_t seconds)
{
    await(connections, connection, seconds, true);
}

bool connections_was_late(
        struct connections *connections, const struct connection *connection)
{
    if (connection == NULL)
        return false;
    (void)pthread_mutex_lock(&connections->lock);
    bool was_late = connection->was_late;
    (void)pthread_mutex_unlock(&connections->lock);
    return was_late;
}

size_t connections_fresh(struct connections *connections)
{
    size_t count = 0;

    (void)pthread_mutex_lock(&connections->lock);
    for (struct connection *at = connections->first; at != NULL; at = at->next)
        count += !at->has_asked;
    (void)pthread_mutex_unlock(&connections->lock);
    return count;
}

void connections_expire(struct connections *connections, uint64_t now_us)
{
    (void)pthread_mutex_lock(&connections->lock);
    for (struct connection *at = connections->first; at != NULL; at = at->next) {
        if (at->deadline_us == 0 || at->deadline_us > now_us)
            continue;
        at->was_late = at->awaits_rest;
        if (at->was_late)
            refusal_send(at->fd, 408, "The request did not arrive in time");
        /* Only ended here, closed by whoever reads it: the number stays taken. */
        (void)shutdown(at->fd, SHUT_RDWR);
        at->deadline_us = 0;
    }
    (void)pthread_mutex_unlock(&connections->lock);
}

size_t connections_count(struct connections *connections)
{
    (void)pthread_mutex_lock(&connections->lock);
    size_t count = connections->count;
    (void)pthread_mutex_unlock(&connections->lock);
    return count;
}
