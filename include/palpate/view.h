/* A run of bytes that belongs to somebody else. */
#ifndef PALPATE_VIEW_H
#define PALPATE_VIEW_H

#include <stddef.h>

#ifdef __cplusplus
extern "C" {
#endif

/* Borrowed bytes, not terminated by a NUL; valid as long as their owner says.  Text is
   UTF-8 unless said otherwise.  An empty view may have data == NULL. */
typedef struct palpate_view {
    const char *data;
    size_t size; /* bytes */
} palpate_view;

/* The view of a string literal. */
#ifdef __cplusplus
#define PALPATE_VIEW(literal) (palpate_view{ (literal), sizeof(literal) - 1 })
#else
#define PALPATE_VIEW(literal) ((palpate_view){ (literal), sizeof(literal) - 1 })
#endif

/* The same as an initialiser, for tables of constants. */
#define PALPATE_VIEW_INIT(literal)     \
    {                                  \
        (literal), sizeof(literal) - 1 \
    }

#ifdef __cplusplus
}
#endif
#endif
