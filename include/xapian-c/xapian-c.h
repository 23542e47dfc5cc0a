/* A C binding of libxapian.

   1. A function that can fail returns an xc_status and takes an xc_error last, which
   may be NULL; results come first and are NULL or zero on failure.
   2. No exception crosses this boundary, and nothing lazy: what a function returns is
   copied out before it returns.
   3. xc_bytes borrows; data may hold NULs.  What a handle returns as xc_bytes lives as
   long as the documentation of that function says.
   4. Every …_close() and …_free() takes NULL.
   5. A handle is for one thread at a time, and so are all handles made from it.  Open
   one database for each thread.  Nothing is global.
   6. Terms are at most XC_TERM_SIZE bytes, a NUL counting double. */
#ifndef XAPIAN_C_H
#define XAPIAN_C_H

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
    X(BAD_ARGUMENT, 2, "an argument makes no sense", "mend the call")                  \
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
    X(INTERNAL, 14, "an unexpected failure", "report it")

typedef enum xc_status {
#define XC_STATUS_MEMBER(name, value, what, advice) XC_##name = (value),
    XC_STATUSES(XC_STATUS_MEMBER)
#undef XC_STATUS_MEMBER
} xc_status;

typedef struct xc_error {
    xc_status status;
    char message[256]; /* Xapian'"'"'s own, one line */
} xc_error;

typedef struct xc_bytes {
    const char *data;
    size_t size;
} xc_bytes;

enum { XC_TERM_SIZE = 245 };

/* The name of a status ("locked"); static storage. */
XC_API const char *xc_status_name(xc_status status);

/* The version of the library at run time, "1.4.22"; static storage. */
XC_API const char *xc_xapian_version(void);

/* ---- Documents ----------------------------------------------------------------------
 */

/* What is to be stored: data, values in slots, terms.  Reusable after
 * xc_document_clear(). */
typedef struct xc_document xc_document;

XC_API xc_status xc_document_open(xc_document **out, xc_error *err);
XC_API void xc_document_close(xc_document *document);
XC_API xc_status xc_document_clear(xc_document *document, xc_error *err);
XC_API xc_status xc_document_set_data(
        xc_document *document, xc_bytes data, xc_error *err);
XC_API xc_status xc_document_set_value(
        xc_document *document, uint32_t slot, xc_bytes value, xc_error *err);

/* Stores a number so that slots sort and range as numbers do. */
XC_API xc_status xc_document_set_number(
        xc_document *document, uint32_t slot, double number, xc_error *err);

/* Adds `wdf` to the within-document frequency of a term. */
XC_API xc_status xc_document_add_term(
        xc_document *document, xc_bytes term, uint32_t wdf, xc_error *err);

/* Adds a term that filters but does not count: its wdf is 0. */
XC_API xc_status xc_document_add_boolean(
        xc_document *document, xc_bytes term, xc_error *err);

/* Adds a term at a position, which counts `wdf` times. */
XC_API xc_status xc_document_add_posting(xc_document *document, xc_bytes term,
        uint32_t position, uint32_t wdf, xc_error *err);

/* ---- Writing ------------------------------------------------------------------------
 */

typedef struct xc_writer xc_writer;

enum xc_writer_flag {
    XC_CREATE = 1 << 0, /* fail where a database exists */
    XC_CREATE_OR_OPEN = 1 << 1,
    XC_CREATE_OR_OVERWRITE = 1 << 2, /* without any of these three: open */
    XC_NO_SYNC = 1 << 3,             /* faster, and damaged where the machine fails */
    XC_NO_TERMLIST = 1 << 4, /* smaller; nothing can be deleted or replaced later */
    XC_RETRY_LOCK = 1 << 5   /* wait for another writer */
};

/* Opens a database for writing.  XC_LOCKED where another writer has it. */
XC_API xc_status xc_writer_open(
        xc_writer **out, const char *path, unsigned flags, xc_error *err);

/* Closes; what was not committed is dropped. */
XC_API void xc_writer_close(xc_writer *writer);

/* Stores a document; `*docid` (may be NULL) gets its number. */
XC_API xc_status xc_writer_add(
        xc_writer *writer, const xc_document *document, uint32_t *docid, xc_error *err);
XC_API xc_status xc_writer_replace(
        xc_writer *writer, uint32_t docid, const xc_document *document, xc_error *err);

/* Replaces all documents that `unique` indexes by this one, or adds it. */
XC_API xc_status xc_writer_replace_term(xc_writer *writer, xc_bytes unique,
        const xc_document *document, uint32_t *docid, xc_error *err);
XC_API xc_status xc_writer_delete(xc_writer *writer, uint32_t docid, xc_error *err);

/* Deletes all documents that `term` indexes; none is no failure. */
XC_API xc_status xc_writer_delete_term(xc_writer *writer, xc_bytes term, xc_error *err);

/* An empty value removes the key. */
XC_API xc_status xc_writer_set_metadata(
        xc_writer *writer, xc_bytes key, xc_bytes value, xc_error *err);

/* The value as it stands with what this writer has not committed yet; copied, freed by
   xc_free(). */
XC_API xc_status xc_writer_metadata(
        char **out, size_t *size, xc_writer *writer, xc_bytes key, xc_error *err);

/* All that is written between two commits is one transaction: published together by
   xc_writer_commit(), or dropped by xc_writer_cancel() and xc_writer_close(). */
XC_API xc_status xc_writer_commit(xc_writer *writer, xc_error *err);
XC_API xc_status xc_writer_cancel(xc_writer *writer, xc_error *err);

/* Documents, with what is not committed yet. */
XC_API xc_status xc_writer_count(uint32_t *count, xc_writer *writer, xc_error *err);

/* ---- Reading ------------------------------------------------------------------------
 */

/* One or several databases searched as one. */
typedef struct xc_database xc_database;

/* Opens a directory, a stub file, or a directory with a stub file XAPIANDB. */
XC_API xc_status xc_database_open(xc_database **out, const char *path, xc_error *err);

/* Opens an empty database, to which others are added. */
XC_API xc_status xc_database_open_empty(xc_database **out, xc_error *err);
XC_API xc_status xc_database_add(
        xc_database *database, const char *path, xc_error *err);

/* Adds a database served by xapian-tcpsrv; `timeout_ms` bounds each exchange. */
XC_API xc_status xc_database_add_remote(xc_database *database, const char *host,
        uint16_t port, unsigned timeout_ms, xc_error *err);
XC_API void xc_database_close(xc_database *database);

/* Takes up the newest revision; `*changed` (may be NULL) says whether there was one. */
XC_API xc_status xc_database_reopen(
        xc_database *database, bool *changed, xc_error *err);

XC_API xc_status xc_database_count(
        uint32_t *count, xc_database *database, xc_error *err);
XC_API xc_status xc_database_last_docid(
        uint32_t *docid, xc_database *database, xc_error *err);
XC_API xc_status xc_database_average_length(
        double *length, xc_database *database, xc_error *err);

/* How many databases are searched as one. */
XC_API size_t xc_database_shards(const xc_database *database);

/* An id that changes with the database; freed by xc_free(). */
XC_API xc_status xc_database_uuid(char **out, xc_database *database, xc_error *err);

/* Documents that have the term, and its occurrences in all; 0 where it is unknown.
   Either result may be NULL. */
XC_API xc_status xc_database_frequency(uint32_t *documents, uint64_t *occurrences,
        xc_database *database, xc_bytes term, xc_error *err);

/* Metadata of the first database; an empty one is a key without value.  Freed by
   xc_free(). */
XC_API xc_status xc_database_metadata(
        char **out, size_t *size, xc_database *database, xc_bytes key, xc_error *err);

/* Data of a document, freed by xc_free().  XC_NOT_FOUND. */
XC_API xc_status xc_database_data(
        char **out, size_t *size, xc_database *database, uint32_t docid, xc_error *err);

/* A value of a document, freed by xc_free(). */
XC_API xc_status xc_database_value(char **out, size_t *size, xc_database *database,
        uint32_t docid, uint32_t slot, xc_error *err);

XC_API void xc_free(void *memory);

/* A list of strings, each with two numbers whose meaning the maker of the list tells.
 */
typedef struct xc_item {
    xc_bytes text;
    uint32_t documents;
    uint64_t occurrences;
} xc_item;

typedef struct xc_list {
    const xc_item *items;
    size_t count;
    bool is_cut; /* there were more than the limit */
} xc_list;

XC_API void xc_list_free(xc_list *list);

/* Terms that start with `prefix` and their frequencies, in byte order; at most `limit`
   (0: all).  With `commonest` the limit keeps the terms with the most documents. */
XC_API xc_status xc_database_terms(xc_list **out, xc_database *database,
        xc_bytes prefix, size_t limit, bool commonest, xc_error *err);

/* Metadata keys that start with `prefix`, of the first database. */
XC_API xc_status xc_database_metadata_keys(
        xc_list **out, xc_database *database, xc_bytes prefix, xc_error *err);

/* Terms of one document; `documents` holds the term frequency, `occurrences` the wdf.
   XC_UNSUPPORTED where the database has no term lists. */
XC_API xc_status xc_database_document_terms(
        xc_list **out, xc_database *database, uint32_t docid, xc_error *err);

/* Docids of the documents that have `term`, in order, at most `limit` (0: all); freed
   by xc_free(). */
XC_API xc_status xc_database_postings(uint32_t **out, size_t *count,
        xc_database *database, xc_bytes term, size_t limit, xc_error *err);

/* ---- Queries ------------------------------------------------------------------------
 */

/* Queries live in a pool until it is cleared or closed; combining them copies nothing
   and frees nothing.  A NULL query among the children of a combination is left out; a
   combination of none is NULL, which matches nothing. */
typedef struct xc_pool xc_pool;
typedef struct xc_query xc_query;

XC_API xc_status xc_pool_open(xc_pool **out, xc_error *err);
XC_API void xc_pool_clear(xc_pool *pool);
XC_API void xc_pool_close(xc_pool *pool);

XC_API xc_status xc_query_term(const xc_query **out, xc_pool *pool, xc_bytes term,
        uint32_t wqf, xc_error *err);
XC_API xc_status xc_query_all(const xc_query **out, xc_pool *pool, xc_error *err);

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

/* `window` counts positions and is for XC_PHRASE and XC_NEAR; 0 stands for the number
   of children. */
XC_API xc_status xc_query_combine(const xc_query **out, xc_pool *pool, xc_operator op,
        const xc_query *const *children, size_t count, uint32_t window, xc_error *err);

/* Multiplies the weight; a factor of 0 makes a filter. */
XC_API xc_status xc_query_scale(const xc_query **out, xc_pool *pool,
        const xc_query *query, double factor, xc_error *err);

/* Documents whose value in `slot` lies between the two, both inclusive; NULL leaves a
   side open. */
XC_API xc_status xc_query_range(const xc_query **out, xc_pool *pool, uint32_t slot,
        const xc_bytes *from, const xc_bytes *to, xc_error *err);

/* A description for people, freed by xc_free(). */
XC_API xc_status xc_query_describe(char **out, const xc_query *query, xc_error *err);

/* ---- Searching ----------------------------------------------------------------------
 */

typedef enum xc_weighting {
    XC_WEIGHT_BM25,   /* parameters: k1, k2, k3, b, minimum normalised length */
    XC_WEIGHT_IMPACT, /* idf × wdf: the wdf is an impact computed while indexing.  idf
                         is log(1 + (N − n + 0.5)/(n + 0.5)), as in Lucene; no document
                         length is ever read */
    XC_WEIGHT_BOOLEAN
} xc_weighting;

/* Zero-initialised: the ten best by BM25 with Xapian'"'"'s parameters. */
typedef struct xc_search {
    const xc_query *query;  /* NULL matches nothing */
    const xc_query *filter; /* or NULL */
    uint32_t offset;
    uint32_t limit;          /* 0 stands for 10 */
    uint32_t check_at_least; /* documents to look at for the totals and facets */
    xc_weighting weighting;
    const double *parameters;      /* five for BM25, or NULL */
    const uint32_t *collapse_slot; /* one hit for each value of it, or NULL */
    const uint32_t *sort_slot;     /* by its value, then by weight, or NULL */
    bool sort_ascending;
    const uint32_t *facet_slots; /* values to count */
    size_t facet_count;
    const uint32_t *value_slots; /* values to copy into the hits */
    size_t value_count;
    bool without_data;
    bool with_terms;      /* the query'"'"'s terms that each hit has */
    uint64_t deadline_us; /* from now; 0 for none */
    bool (*decide)(
            void *user, uint32_t docid, xc_bytes value); /* keep this document? */
    uint32_t decide_slot;                                /* the value it is given */
    void *user;
} xc_search;

typedef struct xc_hit {
    uint32_t docid;
    double weight;
    uint32_t percent;
    uint32_t collapsed; /* other documents with its collapse value, at least */
    xc_bytes data;
    const xc_bytes *values; /* in the order of value_slots */
    const xc_bytes *terms;
    size_t term_count;
} xc_hit;

typedef struct xc_facet {
    uint32_t slot;
    xc_bytes value;
    uint32_t count; /* among the documents looked at */
} xc_facet;

typedef struct xc_hits {
    const xc_hit *items;
    size_t count;
    uint32_t at_least; /* documents that match: bounds and an estimate between them */
    uint32_t estimated;
    uint32_t at_most;
    bool is_exact;          /* the bounds meet */
    uint32_t looked_at;     /* documents that the facets were counted over */
    const xc_facet *facets; /* by slot as asked for, the most frequent first */
    size_t facet_count;
} xc_hits;

/* Searches.  A change of the database under the search is met by reopening and running
   it again, three times.  XC_TIMEOUT where the deadline passed: a stopped match has no
   hits. */
XC_API xc_status xc_database_search(
        xc_hits **out, xc_database *database, const xc_search *search, xc_error *err);
XC_API void xc_hits_free(xc_hits *hits);

/* The `count` terms that tell the given documents best from all others (Xapian'"'"'s
   ESet), of those without a prefix in capitals; `documents` of an item is the term
   frequency. */
XC_API xc_status xc_database_similar_terms(xc_list **out, xc_database *database,
        const uint32_t *docids, size_t docid_count, size_t count, xc_error *err);

/* ---- Stemming -----------------------------------------------------------------------
 */

typedef struct xc_stemmer xc_stemmer;

/* Makes a Snowball stemmer ("english"); XC_BAD_ARGUMENT for an unknown language. */
XC_API xc_status xc_stemmer_open(xc_stemmer **out, const char *language, xc_error *err);
XC_API void xc_stemmer_close(xc_stemmer *stemmer);

/* Writes the stem of a lower-case word into `out`, which has `room` bytes, and its size
   into
   `*size`.  XC_BAD_ARGUMENT where it does not fit. */
XC_API xc_status xc_stemmer_stem(xc_stemmer *stemmer, xc_bytes word, char *out,
        size_t room, size_t *size, xc_error *err);

/* Languages that there are stemmers for, with spaces between; freed by xc_free(). */
XC_API xc_status xc_stemmer_languages(char **out, xc_error *err);

/* ---- Files --------------------------------------------------------------------------
 */

/* Merges databases into a new one at `to`: documents keep their order and get numbers
   from 1 on.  `block_size` in bytes, a power of two from 2048 to 65536, or 0. */
XC_API xc_status xc_compact(const char *to, const char *const *from, size_t count,
        unsigned block_size, xc_error *err);

/* Checks a database (not a stub) for damage: `*problems` counts what was found,
   `*report` (may be NULL; freed by xc_free()) describes it. */
XC_API xc_status xc_check(
        size_t *problems, char **report, const char *path, xc_error *err);

/* Writes a stub file that names databases, a line each: "auto PATH" or "remote
   HOST:PORT". Written beside it and renamed over it, with the folder synced: readers
   see the old one or the new one. */
XC_API xc_status xc_stub_write(
        const char *path, const char *const *lines, size_t count, xc_error *err);

/* Numbers as values that sort: what xc_document_set_number() stores. */
XC_API size_t xc_number_write(char out[9], double number);
XC_API double xc_number_read(xc_bytes value);

#ifdef __cplusplus
}
#endif
#endif
