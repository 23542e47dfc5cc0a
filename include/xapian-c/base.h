/* What all of the binding speaks: statuses, errors, byte ranges. */
#ifndef XAPIAN_C_BASE_H
#define XAPIAN_C_BASE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

#ifndef XC_API
#define XC_API __attribute__((visibility("default")))
#endif

/* X(name, value, what happened, what to do) */
#define XC_STATUSES(X)                                                                 \
    X(OK, 0, "success", "")                                                            \
    X(NO_MEMORY, 1, "out of memory", "free some and try again")                        \
    X(BAD_ARGUMENT, 2, "an argument is invalid", "fix the call")                       \
    X(UNSUPPORTED, 3, "this database or library cannot do that", "choose another way") \
    X(NO_INDEX, 4, "there is no database", "check the path, or create one")            \
    X(LOCKED, 5, "another writer holds the database", "wait for it")                   \
    X(CHANGED, 6, "the database changed too often while it was read", "try again")     \
    X(CORRUPT, 7, "the database is damaged", "rebuild it")                             \
    X(VERSION, 8, "the database is of another version", "rebuild or convert it")       \
    X(NETWORK, 9, "a remote database did not answer", "check the server, try again")   \
    X(TIMEOUT, 10, "the deadline passed", "ask for less or allow more time")           \
    X(NOT_FOUND, 11, "no such document, term or feature", "check what was asked for")  \
    X(CLOSED, 12, "the database was closed", "open it again")                          \
    X(IO, 13, "the system could not read or write", "see the message")                 \
    X(INTERNAL, 14, "an unexpected failure", "report it")                              \
    X(EXISTS, 15, "there is a database already", "open it, or choose another path")

/* The statuses that XC_STATUSES lists. */
typedef enum xc_status {
#define XC_STATUS_MEMBER(name, value, what, advice) XC_##name = (value),
    XC_STATUSES(XC_STATUS_MEMBER)
#undef XC_STATUS_MEMBER
} xc_status;

/* Filled by the function that fails and left alone by one that succeeds. */
typedef struct xc_error {
    xc_status status;
    char message[256]; /* Xapian's own, one line, cut if it is longer */
} xc_error;

/* Borrowed bytes, not terminated by a NUL. */
typedef struct xc_bytes {
    const char *data;
    size_t size;
} xc_bytes;

enum { XC_TERM_SIZE = 245 };

/* Numbers of 8 bytes that a structure keeps free for members of later versions. */
enum { XC_RESERVED = 8 };

/* The name of a status ("LOCKED"); static storage. */
XC_API const char *xc_status_name(xc_status status);

/* What happened ("another writer holds the database"); static storage. */
XC_API const char *xc_status_text(xc_status status);

/* What to do about it ("wait for it"); static storage. */
XC_API const char *xc_status_advice(xc_status status);

/* The version of the library at run time, "1.4.22"; static storage. */
XC_API const char *xc_xapian_version(void);

/* Frees what a function gave with the words "freed by xc_free()"; free() does not. */
XC_API void xc_free(void *memory);

#ifdef __cplusplus
}
#endif
#endif
