/* What is sent back, before it is HTTP. */
#ifndef SERVER_REPLY_H
#define SERVER_REPLY_H

#include <jansson.h>
#include <palpate/view.h>
#include <stdbool.h>
#include <stdint.h>

struct text;

/* A body that several replies send. */
struct reply_body;

enum { REPLY_ETAG = 48, REPLY_DETAIL = 192 };

struct reply {
    unsigned status;
    const char *type; /* of the body; static */
    char *body;       /* or NULL */
    size_t size;
    struct reply_body *shared; /* whose bytes the body is, or NULL */
    bool is_borrowed;          /* the body is static */
    bool is_page;              /* HTML with scripts and styles of its own */
    bool is_gzip;              /* the body is compressed */
    bool is_kept_nowhere;      /* no cache should keep it */
    const char *allow;         /* methods, static; or NULL */
    unsigned retry_after;      /* seconds, or 0 */
    char etag[REPLY_ETAG];     /* or empty */
    char detail[REPLY_DETAIL]; /* of a problem; else empty */
};

/* Ends the text and makes it the body of a reply. */
void reply_text(
        struct reply *reply, unsigned status, const char *type, struct text *text);

/* A body that is static, or NULL for none. */
void reply_static(
        struct reply *reply, unsigned status, const char *type, palpate_view body);

/* A problem as RFC 9457 has it: `detail` says what is wrong with this request. */
void reply_problem(struct reply *reply, unsigned status, const char *detail);

/* Makes a JSON value the body, and frees it; NULL stands for no memory. */
void reply_json(struct reply *reply, unsigned status, json_t *json);

/* What the client has already: no body. */
void reply_not_modified(struct reply *reply);

/* Makes a tag of what the answer depends on. */
void reply_tag(struct reply *reply, palpate_view what, uint64_t generation);

/* The words for a status code. */
const char *reply_phrase(unsigned status);

/* Compresses the body where that makes it smaller. */
void reply_compress(struct reply *reply);

/* Lets other replies have the same body; false where memory is out. */
bool reply_share(struct reply *reply);

/* Makes `reply`, which has no body, the same as another one whose body is shared. */
void reply_copy_shared(struct reply *reply, const struct reply *other);

/* Gives back one use of a shared body. */
void reply_body_release(void *shared);

void reply_free(struct reply *reply);

#endif
