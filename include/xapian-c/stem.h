/* A word -> its stem. */
#ifndef XAPIAN_C_STEM_H
#define XAPIAN_C_STEM_H

#include <xapian-c/base.h>

#ifdef __cplusplus
extern "C" {
#endif

/* The stemmer of one language. */
typedef struct xc_stemmer xc_stemmer;

/* Makes a Snowball stemmer ("english"); XC_BAD_ARGUMENT for an unknown language. */
XC_API xc_status xc_stemmer_open(xc_stemmer **out, const char *language, xc_error *err);

/* Takes NULL. */
XC_API void xc_stemmer_close(xc_stemmer *stemmer);

/* Writes the stem of a lower-case word into `out`, which has `room` bytes, and its size
   into
   `*size`.  XC_BAD_ARGUMENT if it does not fit. */
XC_API xc_status xc_stemmer_stem(xc_stemmer *stemmer, xc_bytes word, char *out,
        size_t room, size_t *size, xc_error *err);

/* Languages that there are stemmers for, with spaces between; freed by xc_free(). */
XC_API xc_status xc_stemmer_languages(char **out, xc_error *err);

#ifdef __cplusplus
}
#endif
#endif
