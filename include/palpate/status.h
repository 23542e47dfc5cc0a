/* How a call ended, and the sentence that says why it failed. */
#ifndef PALPATE_STATUS_H
#define PALPATE_STATUS_H

#ifdef __cplusplus
extern "C" {
#endif

/* Marks what the shared library exports. */
#ifndef PALPATE_API
#define PALPATE_API __attribute__((visibility("default")))
#endif
/* Marks a result that must not be ignored. */
#define PALPATE_CHECKED __attribute__((warn_unused_result))

/* X(name, value, what it means and what to do) */
#define PALPATE_STATUSES(X)                                                            \
    X(OK, 0, "success")                                                                \
    X(NO_MEMORY, 1, "out of memory: nothing was changed, free some and try again")     \
    X(BAD_ARGUMENT, 2, "invalid argument or option: fix the call")                     \
    X(NO_INDEX, 3, "there is no index at this path: build one with palpate-index")     \
    X(LOCKED, 4, "another process is writing this index: wait for it")                 \
    X(CHANGED, 5, "the index changed too often while it was read: try again")          \
    X(CORRUPT, 6, "the index is damaged: rebuild it")                                  \
    X(VERSION, 7, "the index was written by another version: rebuild it")              \
    X(READ_ONLY, 8, "the index was built without what an update needs: rebuild it")    \
    X(IO, 9, "the system could not read or write: the message says what and where")    \
    X(NETWORK, 10, "a remote shard did not answer")                                    \
    X(BAD_INPUT, 11, "a page could not be read: the run goes on")                      \
    X(LIMIT, 12, "a limit was reached: the message says which")                        \
    X(REFUSED, 13, "a guard stopped a run that would lose pages: nothing was changed") \
    X(INTERRUPTED, 14, "the caller asked to stop: nothing was published")              \
    X(INTERNAL, 15, "a bug in the program: please report it")

/* Numbers of 8 bytes that a structure keeps free for members of later versions. */
enum { PALPATE_RESERVED = 8 };

/* The statuses that PALPATE_STATUSES lists. */
typedef enum palpate_status {
#define PALPATE_STATUS_MEMBER(name, value, meaning) PALPATE_##name = (value),
    PALPATE_STATUSES(PALPATE_STATUS_MEMBER)
#undef PALPATE_STATUS_MEMBER
} palpate_status;

/* Filled by the function that detects a failure; one line without a final point or
   newline, in which control characters and bytes that are no UTF-8 are escaped as \033.
 */
typedef struct palpate_error {
    palpate_status status;
    char message[512];
} palpate_error;

/* The name of a status as a short word ("locked"), never NULL; static storage. */
PALPATE_API const char *palpate_status_name(palpate_status status);

#ifdef __cplusplus
}
#endif
#endif
