/* Addresses as text -> sockets that listen. */
#ifndef SERVER_LISTEN_H
#define SERVER_LISTEN_H

#include <stdbool.h>
#include <stddef.h>

enum { MAX_LISTENERS = 32, LISTEN_NAME = 160 };

struct listener {
    int fd;
    bool is_given;          /* by the service manager, who keeps it */
    char name[LISTEN_NAME]; /* "http://127.0.0.1:8080/" or "unix:/path" */
    char path[LISTEN_NAME]; /* of a socket made here, to be removed; or empty */
};

struct listeners {
    struct listener items[MAX_LISTENERS];
    size_t count;
};

/* Listens at "HOST:PORT", "[IPV6]:PORT", "*:PORT" or "unix:/path"; every address that a
   host's name has.  Port 0 is any free one.  False, with a sentence in `complaint`. */
bool listen_at(struct listeners *listeners, const char *where, char *complaint,
        size_t complaint_size);

/* Takes the sockets over that a service manager opened for this process (LISTEN_FDS).
 */
bool listen_given(struct listeners *listeners, char *complaint, size_t complaint_size);

/* Closes all and removes the files of those made here. */
void listen_close(struct listeners *listeners);

#endif
