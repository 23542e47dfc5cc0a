/* The terms of a wide index <-> a file in its head, so that no question asks other
   machines how frequent a word is. */
#ifndef CORE_WIDE_TERMS_H
#define CORE_WIDE_TERMS_H

#include <palpate/status.h>
#include <stddef.h>
#include <xapian-c/read.h>

#ifdef __cplusplus
extern "C" {
#endif

/* Terms of articles' keys, each of which has one article: they are not among them. */
#define WIDE_TERMS_WITHOUT "Q"

/* A file that is mapped. */
struct wide_terms {
    xc_terms terms;
    void *bytes;
    size_t size;
};

/* Writes all terms of `database` to a file in the folder `head`.  PALPATE_IO. */
palpate_status wide_terms_write(
        const char *head, xc_database *database, palpate_error *err);

/* Maps the file in the folder `head`; PALPATE_CORRUPT where it is missing or not as it
   was written.  Zeros are nothing to close. */
palpate_status wide_terms_open(
        struct wide_terms *out, const char *head, palpate_error *err);
void wide_terms_close(struct wide_terms *terms);

#ifdef __cplusplus
}
#endif
#endif
