/* What clients may ask for at most, from options and a file. */
#ifndef SERVER_LIMITS_H
#define SERVER_LIMITS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* X(member, name of the option, default, least, most, what it bounds) */
#define LIMITS(X)                                                               \
    X(query_bytes, "max-query-bytes", 8192, 16, 8192, "bytes of a query")       \
    X(depth, "max-depth", 1000, 1, 10000,                                       \
            "rank of the last hit that can be asked for")                       \
    X(hits, "max-hits", 100, 1, 10000, "hits of one answer")                    \
    X(answer_ms, "max-answer-ms", 2000, 1, 60000,                               \
            "milliseconds for an answer, waiting included")                     \
    X(connections, "max-connections", 512, 1, 10000, "connections in all")      \
    X(address_connections, "max-connections-per-address", 64, 0, 10000,         \
            "connections of one address, 0 for no limit")                       \
    X(rate, "max-rate", 50, 0, 1000000,                                         \
            "requests of one address in a second, 0 for no limit")              \
    X(burst, "max-burst", 200, 1, 1000000,                                      \
            "requests of one address at once, before --max-rate counts")        \
    X(header_bytes, "max-header-bytes", 8192, 256, 32768,                       \
            "bytes of a request's headers")                                     \
    X(request_seconds, "max-request-seconds", 10, 1, 3600,                      \
            "seconds for a request to arrive")                                  \
    X(idle_seconds, "max-idle-seconds", 30, 1, 3600,                            \
            "seconds between the requests of a connection")                     \
    X(send_seconds, "max-send-seconds", 60, 1, 3600,                            \
            "seconds for a client to take an answer")                           \
    X(waiting, "max-waiting", 128, 1, 10000, "requests that wait for a thread") \
    X(stop_seconds, "max-stop-seconds", 10, 0, 3600,                            \
            "seconds that running answers have when the server stops")

struct limits {
#define LIMIT_MEMBER(member, name, fallback, least, most, what) uint32_t member;
    LIMITS(LIMIT_MEMBER)
#undef LIMIT_MEMBER
};

enum limit_number {
#define LIMIT_NUMBER(member, name, fallback, least, most, what) LIMIT_##member,
    LIMITS(LIMIT_NUMBER)
#undef LIMIT_NUMBER
            LIMIT_COUNT
};

void limits_default(struct limits *limits);

/* Sets a limit by its option's name; otherwise false, with a sentence in `complaint`.
 */
bool limits_set(struct limits *limits, const char *name, const char *value,
        char *complaint, size_t complaint_size);

/* Reads lines "name value"; empty lines and those that start with # mean nothing. Where
   a line makes no sense or there is no such file, `limits` stays as it was. */
bool limits_read(struct limits *limits, const char *path, char *complaint,
        size_t complaint_size);

#endif
