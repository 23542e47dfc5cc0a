/* Sockets for tests of palpate-serve that curl cannot play:

   wire talk PORT [MS]
      sends standard input to the loopback port, a byte in MS milliseconds or all at
      once, and prints what comes back until the other side closes; exit code 3 where it
      does not for five minutes.  Where it closes amid slow bytes, standard error says
      after how many.

   wire hold PORT COUNT MS
      opens as many connections, says "held", and keeps them.

   wire activate COMMAND…
      runs the command with a listening socket as a service manager would give it, and
      prints its port first.

   wire notified PATH
      prints what a service manager is told, a message a line. */
#include <arpa/inet.h>
#include <netinet/in.h>
#include <poll.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <time.h>
#include <unistd.h>

enum { PATIENCE_MS = 300000, GIVEN_FD = 3, NEVER_CLOSED = 3 };

static int complain(const char *what)
{
    perror(what);
    return 1;
}

static void pause_for(long milliseconds)
{
    const struct timespec pause = { milliseconds / 1000,
        milliseconds % 1000 * 1000000 };

    (void)nanosleep(&pause, NULL);
}

static int connect_to(const char *port)
{
    struct sockaddr_in address = { .sin_family = AF_INET,
        .sin_port = htons((uint16_t)strtoul(port, NULL, 10)),
        .sin_addr = { htonl(INADDR_LOOPBACK) } };
    int fd = socket(AF_INET, SOCK_STREAM, 0);

    if (fd >= 0 && connect(fd, (struct sockaddr *)&address, sizeof address) == 0)
        return fd;
    perror("connect");
    exit(1);
}

/* Sends until the other side takes no more. */
static void send_slowly(int fd, const char *bytes, size_t size, long pause)
{
    for (size_t i = 0; i < size; i++) {
        struct pollfd closed = { .fd = fd, .events = POLLRDHUP };
        bool is_closed = send(fd, bytes + i, 1, MSG_NOSIGNAL) != 1;
        if (!is_closed)
            pause_for(pause);
        if (is_closed || poll(&closed, 1, 0) > 0) {
            (void)fprintf(
                    stderr, "closed after %zu bytes of %zu\n", i + !is_closed, size);
            return;
        }
    }
}

static int print_until_closed(int fd)
{
    char bytes[65536];
    struct pollfd answer = { .fd = fd, .events = POLLIN };

    while (poll(&answer, 1, PATIENCE_MS) > 0) {
        ssize_t size = recv(fd, bytes, sizeof bytes, 0);
        if (size <= 0)
            return 0;
        (void)fwrite(bytes, 1, (size_t)size, stdout);
        (void)fflush(stdout);
    }
    return NEVER_CLOSED;
}

static int talk(int count, char **words)
{
    static char bytes[1 << 20];
    size_t size = fread(bytes, 1, sizeof bytes, stdin);
    int fd = connect_to(words[0]);

    if (count > 1)
        send_slowly(fd, bytes, size, strtol(words[1], NULL, 10));
    else
        (void)send(fd, bytes, size, MSG_NOSIGNAL);
    return print_until_closed(fd);
}

static int hold(int count, char **words)
{
    if (count != 3)
        return 1;
    for (long i = strtol(words[1], NULL, 10); i > 0; i--)
        (void)connect_to(words[0]);
    (void)puts("held");
    (void)fflush(stdout);
    pause_for(strtol(words[2], NULL, 10));
    return 0;
}

static int deaf(int count, char **words)
{
    static char bytes[1 << 16];
    size_t size = fread(bytes, 1, sizeof bytes, stdin);

    if (count != 3)
        return 1;
    int fd = connect_to(words[0]);
    for (long i = strtol(words[1], NULL, 10); i > 0; i--)
        (void)send(fd, bytes, size, MSG_NOSIGNAL | MSG_DONTWAIT);
    (void)puts("sent");
    (void)fflush(stdout);
    pause_for(strtol(words[2], NULL, 10));
    return 0;
}

/* The same numbers on every machine (xorshift). */
static unsigned next_number(uint64_t *seed, unsigned below)
{
    *seed ^= *seed << 13;
    *seed ^= *seed >> 7;
    *seed ^= *seed << 17;
    return (unsigned)(*seed >> 33) % below;
}

static size_t change(char *bytes, size_t size, uint64_t *seed)
{
    for (unsigned i = next_number(seed, 6); i > 0 && size > 64; i--) {
        size_t place = next_number(seed, (unsigned)size - 32);
        size_t gap = 1 + next_number(seed, 30);
        switch (next_number(seed, 3)) {
        case 0: bytes[place] = (char)next_number(seed, 256); break;
        case 1: bytes[place] = "\r\n\0 %:&="[next_number(seed, 8)]; break;
        default:
            memmove(bytes + place, bytes + place + gap, size - place - gap);
            size -= gap;
        }
    }
    return next_number(seed, 4) == 0 ? next_number(seed, (unsigned)size) : size;
}

static int garble(int count, char **words)
{
    static char sample[1 << 16];
    static char bytes[1 << 16];
    static char answer[1 << 16];
    size_t size = fread(sample, 1, sizeof sample, stdin);
    uint64_t seed = count == 3 ? strtoull(words[2], NULL, 10) : 0;

    if (seed == 0 || size < 64)
        return 1;
    for (long i = strtol(words[1], NULL, 10); i > 0; i--) {
        int fd = connect_to(words[0]);
        struct pollfd answered = { .fd = fd, .events = POLLIN };
        memcpy(bytes, sample, size);
        (void)send(fd, bytes, change(bytes, size, &seed), MSG_NOSIGNAL);
        if (poll(&answered, 1, 20) > 0)
            (void)recv(fd, answer, sizeof answer, 0);
        (void)close(fd);
    }
    return 0;
}

static int activate(int count, char **words)
{
    struct sockaddr_in address = { .sin_family = AF_INET,
        .sin_addr = { htonl(INADDR_LOOPBACK) } };
    socklen_t size = sizeof address;
    char pid[32];
    int fd = socket(AF_INET, SOCK_STREAM, 0);

    (void)count;
    if (fd < 0 || bind(fd, (struct sockaddr *)&address, size) != 0 ||
            listen(fd, 16) != 0 ||
            getsockname(fd, (struct sockaddr *)&address, &size) != 0 ||
            (fd != GIVEN_FD && dup2(fd, GIVEN_FD) < 0))
        return complain("activate");
    (void)snprintf(pid, sizeof pid, "%ld", (long)getpid());
    (void)setenv("LISTEN_PID", pid, 1);
    (void)setenv("LISTEN_FDS", "1", 1);
    (void)printf("port %u\n", ntohs(address.sin_port));
    (void)fflush(stdout);
    (void)execv(words[0], words);
    return complain(words[0]);
}

static int notified(int count, char **words)
{
    struct sockaddr_un address = { .sun_family = AF_UNIX };
    char message[4096];
    int fd = socket(AF_UNIX, SOCK_DGRAM, 0);

    (void)count;
    (void)snprintf(address.sun_path, sizeof address.sun_path, "%s", words[0]);
    if (fd < 0 || bind(fd, (struct sockaddr *)&address, sizeof address) != 0)
        return complain(words[0]);
    while (true) {
        ssize_t size = recv(fd, message, sizeof message - 1, 0);
        if (size < 0)
            return 1;
        message[size] = '\0';
        for (char *end = message; (end = strchr(end, '\n')) != NULL;)
            *end = ' ';
        (void)puts(message);
        (void)fflush(stdout);
    }
}

int main(int count, char **words)
{
    static const struct {
        const char *name;
        int (*run)(int count, char **words);
    } TASKS[] = { { "talk", talk }, { "hold", hold }, { "deaf", deaf },
        { "garble", garble }, { "activate", activate }, { "notified", notified } };

    /* Whatever goes wrong, no test waits for ever. */
    (void)alarm(1200);
    for (size_t i = 0; count > 2 && i < sizeof TASKS / sizeof *TASKS; i++)
        if (strcmp(words[1], TASKS[i].name) == 0)
            return TASKS[i].run(count - 2, words + 2);
    return 1;
}
