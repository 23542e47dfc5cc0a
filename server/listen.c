#include "server/listen.h"

#include <arpa/inet.h>
#include <errno.h>
#include <fcntl.h>
#include <netdb.h>
#include <netinet/in.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

enum { FIRST_GIVEN_FD = 3, BACKLOG = 512 };

static bool complain(
        char *complaint, size_t size, const char *where, const char *reason)
{
    (void)snprintf(complaint, size, "cannot listen at %s: %s", where, reason);
    return false;
}

/* What the socket is bound to, as an address that a client could use. */
static void write_name(struct listener *listener)
{
    struct sockaddr_storage address = { 0 };
    socklen_t size = sizeof address;
    char host[INET6_ADDRSTRLEN] = "";
    const struct sockaddr_in *v4 = (const void *)&address;
    const struct sockaddr_in6 *v6 = (const void *)&address;
    const struct sockaddr_un *local = (const void *)&address;

    (void)getsockname(listener->fd, (struct sockaddr *)&address, &size);
    if (address.ss_family == AF_INET) {
        (void)snprintf(listener->name, sizeof listener->name, "http://%s:%u/",
                inet_ntop(AF_INET, &v4->sin_addr, host, sizeof host),
                ntohs(v4->sin_port));
    } else if (address.ss_family == AF_INET6) {
        (void)snprintf(listener->name, sizeof listener->name, "http://[%s]:%u/",
                inet_ntop(AF_INET6, &v6->sin6_addr, host, sizeof host),
                ntohs(v6->sin6_port));
    } else {
        (void)snprintf(
                listener->name, sizeof listener->name, "unix:%s", local->sun_path);
    }
}

static struct listener *add(struct listeners *listeners, int fd)
{
    struct listener *listener = &listeners->items[listeners->count++];

    *listener = (struct listener){ .fd = fd };
    (void)fcntl(fd, F_SETFL, fcntl(fd, F_GETFL) | O_NONBLOCK);
    (void)fcntl(fd, F_SETFD, FD_CLOEXEC);
    write_name(listener);
    return listener;
}

/* A socket file that nobody listens at is left over from a server that was killed. */
static bool is_abandoned(const struct sockaddr_un *address)
{
    struct stat file;
    int fd = -1;
    bool is_alive = true;

    if (lstat(address->sun_path, &file) != 0 || !S_ISSOCK(file.st_mode))
        return false;
    if ((fd = socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0)) < 0)
        return false;
    is_alive = connect(fd, (const struct sockaddr *)address, sizeof *address) == 0 ||
               errno != ECONNREFUSED;
    (void)close(fd);
    return !is_alive;
}

static bool listen_local(struct listeners *listeners, const char *path, char *complaint,
        size_t complaint_size)
{
    struct sockaddr_un address = { .sun_family = AF_UNIX };
    int fd = -1;

    if (*path == '\0' || strlen(path) >= sizeof address.sun_path)
        return complain(complaint, complaint_size, path, "no path for a socket");
    (void)snprintf(address.sun_path, sizeof address.sun_path, "%s", path);
    if (is_abandoned(&address))
        (void)unlink(path);
    if ((fd = socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0)) < 0 ||
            bind(fd, (const struct sockaddr *)&address, sizeof address) != 0 ||
            listen(fd, BACKLOG) != 0) {
        (void)complain(complaint, complaint_size, path, strerror(errno));
        if (fd >= 0)
            (void)close(fd);
        return false;
    }
    struct listener *listener = add(listeners, fd);
    (void)snprintf(listener->path, sizeof listener->path, "%s", path);
    return true;
}

static int open_socket(const struct addrinfo *address)
{
    const int yes = 1;
    int fd = socket(address->ai_family, SOCK_STREAM | SOCK_CLOEXEC, 0);

    if (fd < 0)
        return -1;
    (void)setsockopt(fd, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes);
    /* Both families can listen at one port, as what they are. */
    if (address->ai_family == AF_INET6)
        (void)setsockopt(fd, IPPROTO_IPV6, IPV6_V6ONLY, &yes, sizeof yes);
    if (bind(fd, address->ai_addr, address->ai_addrlen) != 0 ||
            listen(fd, BACKLOG) != 0) {
        int reason = errno;
        (void)close(fd);
        errno = reason;
        return -1;
    }
    return fd;
}

/* The resolver takes larger numbers, and makes others of them. */
static bool is_port(const char *text)
{
    size_t size = strlen(text);

    return size > 0 && size <= 5 && strspn(text, "0123456789") == size &&
           strtoul(text, NULL, 10) <= UINT16_MAX;
}

/* Cuts "host:port" in place; brackets around the host fall away. */
static bool split(char *where, char **host, char **port)
{
    char *colon = strrchr(where, ':');

    if (colon == NULL || !is_port(colon + 1))
        return false;
    *colon = '\0';
    *port = colon + 1;
    *host = where;
    size_t size = strlen(where);
    if (*where == '[' && size > 2 && where[size - 1] == ']') {
        where[size - 1] = '\0';
        *host = where + 1;
    } else if (strchr(where, ':') != NULL) {
        return false;
    }
    return true;
}

/* Listens at all addresses of a host that this machine has: one without IPv6 may still
   know a name for its loopback. */
static bool listen_all(struct listeners *listeners, const struct addrinfo *found,
        const char *where, char *complaint, size_t complaint_size)
{
    size_t before = listeners->count;
    int reason = EADDRNOTAVAIL;

    for (const struct addrinfo *at = found; at != NULL; at = at->ai_next) {
        if (listeners->count == MAX_LISTENERS)
            return complain(complaint, complaint_size, where, "too many places");
        int fd = open_socket(at);
        if (fd >= 0)
            (void)add(listeners, fd);
        else if (errno != EADDRNOTAVAIL && errno != EAFNOSUPPORT)
            return complain(complaint, complaint_size, where, strerror(errno));
        else
            reason = errno;
    }
    return listeners->count > before ||
           complain(complaint, complaint_size, where, strerror(reason));
}

bool listen_at(struct listeners *listeners, const char *where, char *complaint,
        size_t complaint_size)
{
    const struct addrinfo hints = { .ai_socktype = SOCK_STREAM,
        .ai_flags = AI_PASSIVE | AI_NUMERICSERV };
    struct addrinfo *found = NULL;
    char *host = NULL;
    char *port = NULL;

    if (listeners->count == MAX_LISTENERS)
        return complain(complaint, complaint_size, where, "too many places");
    if (strncmp(where, "unix:", 5) == 0)
        return listen_local(listeners, where + 5, complaint, complaint_size);
    char *copy = strdup(where);
    if (copy == NULL || !split(copy, &host, &port)) {
        free(copy);
        return complain(complaint, complaint_size, where,
                "it takes HOST:PORT, [IPV6]:PORT or unix:/path");
    }
    bool is_any = *host == '\0' || strcmp(host, "*") == 0;
    int code = getaddrinfo(is_any ? NULL : host, port, &hints, &found);
    bool is_done =
            code == 0 ? listen_all(listeners, found, where, complaint, complaint_size)
                      : complain(complaint, complaint_size, where, gai_strerror(code));
    if (code == 0)
        freeaddrinfo(found);
    free(copy);
    return is_done;
}

bool listen_given(struct listeners *listeners, char *complaint, size_t complaint_size)
{
    const char *pid = getenv("LISTEN_PID");
    const char *count = getenv("LISTEN_FDS");

    if (pid == NULL || count == NULL || strtol(pid, NULL, 10) != (long)getpid())
        return true;
    long given = strtol(count, NULL, 10);
    for (long i = 0; i < given; i++) {
        int fd = FIRST_GIVEN_FD + (int)i;
        int accepts = 0;
        socklen_t size = sizeof accepts;
        if (listeners->count == MAX_LISTENERS ||
                getsockopt(fd, SOL_SOCKET, SO_ACCEPTCONN, &accepts, &size) != 0 ||
                accepts == 0)
            return complain(complaint, complaint_size, "a given socket",
                    "it is none that listens, or there are too many");
        add(listeners, fd)->is_given = true;
    }
    return true;
}

void listen_close(struct listeners *listeners)
{
    for (size_t i = 0; i < listeners->count; i++) {
        if (listeners->items[i].fd >= 0)
            (void)close(listeners->items[i].fd);
        if (listeners->items[i].path[0] != '\0')
            (void)unlink(listeners->items[i].path);
    }
    listeners->count = 0;
}
