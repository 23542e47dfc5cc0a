/* A database -> what is stored in it: counts, terms, documents, metadata. */
#ifndef XAPIAN_C_READ_H
#define XAPIAN_C_READ_H

#include <xapian-c/base.h>

#ifdef __cplusplus
extern "C" {
#endif

/* One or several databases searched as one. */
typedef struct xc_database xc_database;

/* Opens a directory, a stub file, or a directory with a stub file XAPIANDB. */
XC_API xc_status xc_database_open(xc_database **out, const char *path, xc_error *err);

/* Opens the glass database in the folder `path` and nothing else: no stub file is read,
   so that nothing is opened, started or connected to but the tables there. */
XC_API xc_status xc_database_open_glass(
        xc_database **out, const char *path, xc_error *err);

/* Opens an empty database, to which others are added. */
XC_API xc_status xc_database_open_empty(xc_database **out, xc_error *err);

/* Adds the database at `path` to those that are searched as one.  Fails as
   xc_database_open() does. */
XC_API xc_status xc_database_add(
        xc_database *database, const char *path, xc_error *err);

/* Opens a database served by xapian-tcpsrv; `timeout_ms` bounds the connecting and each
   exchange.  XC_NETWORK with the server and what it did. */
XC_API xc_status xc_database_open_remote(xc_database **out, const char *host,
        uint16_t port, unsigned timeout_ms, xc_error *err);

/* Adds a database served by xapian-tcpsrv; `timeout_ms` bounds each exchange. */
XC_API xc_status xc_database_add_remote(xc_database *database, const char *host,
        uint16_t port, unsigned timeout_ms, xc_error *err);

/* Makes one database of `count`, at least one, that are searched as one: document d of
   the database at place p has the number (d - 1) * count + p + 1.  Takes all of them
   over, and closes them with it; on failure they stay the caller's.  What was opened by
   xc_database_guard() of each stays checked. */
XC_API xc_status xc_database_join(
        xc_database **out, xc_database *const *parts, size_t count, xc_error *err);

/* The database at a place below xc_database_shards() of those that were joined; of a
   single one itself, of others NULL.  Closed with the whole. */
XC_API xc_database *xc_database_part(xc_database *database, size_t place);

/* Closes it; what it copied out stays valid.  Takes NULL. */
XC_API void xc_database_close(xc_database *database);

/* Takes up the newest revision; `*changed` (may be NULL) says whether there may have
   been one. The databases stay those that a stub file named when it was opened: open it
   anew to follow it. */
XC_API xc_status xc_database_reopen(
        xc_database *database, bool *changed, xc_error *err);

/* Documents of all of them. */
XC_API xc_status xc_database_count(
        uint32_t *count, xc_database *database, xc_error *err);

/* The highest number that a document ever had; 0 for none. */
XC_API xc_status xc_database_last_docid(
        uint32_t *docid, xc_database *database, xc_error *err);

/* The mean length of a document, in occurrences of terms (the sum of all wdf). */
XC_API xc_status xc_database_average_length(
        double *length, xc_database *database, xc_error *err);

/* How many databases are searched as one. */
XC_API size_t xc_database_shards(const xc_database *database);

/* The terms of a database, in the order of their bytes, and how many documents have
   each. */
typedef struct xc_terms {
    const char *bytes;    /* one term after the other */
    const uint64_t *ends; /* of each in the bytes */
    const uint32_t *documents;
    size_t count;
    uint32_t all;     /* how many documents there are */
    xc_bytes without; /* terms that start so are not among them */
} xc_terms;

/* From now on frequencies and lists of terms are those of `terms`, which is borrowed
   until the database is closed, and no database is asked for them; NULL for its own.
   For databases on other machines, where each question of that kind takes an exchange
   with each. */
XC_API void xc_database_use_terms(xc_database *database, const xc_terms *terms);

/* Whether one of them is remote, added or named by a line of the stub that was opened.
 */
XC_API bool xc_database_has_remote(const xc_database *database);

/* An id that changes with the database; freed by xc_free(). */
XC_API xc_status xc_database_uuid(char **out, xc_database *database, xc_error *err);

/* Documents that have the term, and its occurrences in all; 0 if it is unknown.
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

/* A list of strings, each with two numbers whose meaning the maker of the list tells.
 */
typedef struct xc_item {
    xc_bytes text;
    uint32_t documents;
    uint64_t occurrences;
    double weight; /* only of similar terms */
} xc_item;

/* Lives until xc_list_free(), also after the database. */
typedef struct xc_list {
    const xc_item *items;
    size_t count;
    bool is_cut;                    /* there were more than the limit */
    uint64_t reserved[XC_RESERVED]; /* for later versions; zero */
} xc_list;

/* Frees the list and its strings.  Takes NULL. */
XC_API void xc_list_free(xc_list *list);

/* Terms that start with `prefix` and their frequencies, in byte order; at most `limit`
   (0: all).  With `commonest` the limit keeps the terms with the most documents. */
XC_API xc_status xc_database_terms(xc_list **out, xc_database *database,
        xc_bytes prefix, size_t limit, bool commonest, xc_error *err);

/* All terms that start with `prefix`, in byte order, with their documents alone:
   `occurrences` is 0, since it takes a look-up a term. */
XC_API xc_status xc_database_vocabulary(
        xc_list **out, xc_database *database, xc_bytes prefix, xc_error *err);

/* Metadata keys that start with `prefix`, of the first database. */
XC_API xc_status xc_database_metadata_keys(
        xc_list **out, xc_database *database, xc_bytes prefix, xc_error *err);

/* Terms of one document; `documents` holds the term frequency, `occurrences` the wdf.
   XC_UNSUPPORTED if the database has no term lists. */
XC_API xc_status xc_database_document_terms(
        xc_list **out, xc_database *database, uint32_t docid, xc_error *err);

/* Whether one document has `term`.  XC_UNSUPPORTED if the database has no term lists.
 */
XC_API xc_status xc_database_document_has(
        bool *has, xc_database *database, uint32_t docid, xc_bytes term, xc_error *err);

/* Docids of the documents that have `term`, in order, at most `limit` (0: all); freed
   by xc_free(). */
XC_API xc_status xc_database_postings(uint32_t **out, size_t *count,
        xc_database *database, xc_bytes term, size_t limit, xc_error *err);

#ifdef __cplusplus
}
#endif
#endif
