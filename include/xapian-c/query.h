/* Terms -> a tree that says what to search for. */
#ifndef XAPIAN_C_QUERY_H
#define XAPIAN_C_QUERY_H

#include <xapian-c/read.h>

#ifdef __cplusplus
extern "C" {
#endif

/* Levels that a query may have; more are XC_BAD_ARGUMENT. */
enum { XC_QUERY_DEPTH = 1000 };

/* Where queries live, until it is cleared or closed. */
typedef struct xc_pool xc_pool;

/* A query; combining queries copies nothing and frees nothing.  A NULL query among the
   children of a combination is left out; a combination of none is NULL, which matches
   nothing. */
typedef struct xc_query xc_query;

/* Makes an empty pool.  XC_NO_MEMORY. */
XC_API xc_status xc_pool_open(xc_pool **out, xc_error *err);

/* Frees all queries of the pool, which stays usable. */
XC_API void xc_pool_clear(xc_pool *pool);

/* Frees the pool and all its queries.  Takes NULL. */
XC_API void xc_pool_close(xc_pool *pool);

/* Documents that have the term; `wqf` is how often the question has it, and multiplies
   its weight.  The term is copied.  XC_NO_MEMORY. */
XC_API xc_status xc_query_term(const xc_query **out, xc_pool *pool, xc_bytes term,
        uint32_t wqf, xc_error *err);

/* All documents, with no weight.  XC_NO_MEMORY. */
XC_API xc_status xc_query_all(const xc_query **out, xc_pool *pool, xc_error *err);

/* How the children of a query go together. */
typedef enum xc_operator {
    XC_AND,
    XC_OR,
    XC_AND_NOT,   /* the first, without any other */
    XC_AND_MAYBE, /* the first; the others add to its weight */
    XC_FILTER,    /* all; only the first has weight */
    XC_SYNONYM,   /* any, weighted as one term */
    XC_MAX,       /* any, with the highest weight */
    XC_PHRASE,    /* children are terms, in this order, within `window` */
    XC_NEAR       /* children are terms, in any order, within `window` */
} xc_operator;

/* `window` counts positions and is for XC_PHRASE and XC_NEAR; 0 means the number
   of children. */
XC_API xc_status xc_query_combine(const xc_query **out, xc_pool *pool, xc_operator op,
        const xc_query *const *children, size_t count, uint32_t window, xc_error *err);

/* The same of terms, each with a wqf of 1. */
XC_API xc_status xc_query_terms(const xc_query **out, xc_pool *pool, xc_operator op,
        const xc_bytes *terms, size_t count, uint32_t window, xc_error *err);

/* Any term of the database that starts with `prefix`, weighted as one term; at most
   `limit` of them (0: all), those with the most documents.  `*is_cut` (may be NULL)
   says that there are more.  NULL if there is none. */
XC_API xc_status xc_query_prefix(const xc_query **out, bool *is_cut, xc_pool *pool,
        xc_database *database, xc_bytes prefix, size_t limit, xc_error *err);

/* Multiplies the weight; a factor of 0 makes a filter. */
XC_API xc_status xc_query_scale(const xc_query **out, xc_pool *pool,
        const xc_query *query, double factor, xc_error *err);

/* A term and what each count of its wdf adds to the weight of a document. */
typedef struct xc_addend {
    xc_bytes term;
    double weight;
    bool with_next; /* only in documents that have the term of the next one, too: all
                       that are chained so must be there */
} xc_addend;

/* Any of the terms or chains; the weight is the sum of theirs, whatever the weighting
   of the search, and finds what an XC_OR of them does.  It reads all their postings,
   but each in a fraction of the time, and so pays with dozens of terms.  `most` is the
   greatest wdf of any.  With remote databases it is that XC_OR, and for
   XC_WEIGHT_IMPACT alone. */
XC_API xc_status xc_query_sum(const xc_query **out, xc_pool *pool,
        const xc_addend *terms, size_t count, double most, xc_error *err);

/* Documents whose value in `slot` lies between the two, both inclusive; NULL leaves a
   side open. */
XC_API xc_status xc_query_range(const xc_query **out, xc_pool *pool, uint32_t slot,
        const xc_bytes *from, const xc_bytes *to, xc_error *err);

/* A description for people, freed by xc_free(). */
XC_API xc_status xc_query_describe(char **out, const xc_query *query, xc_error *err);

#ifdef __cplusplus
}
#endif
#endif
