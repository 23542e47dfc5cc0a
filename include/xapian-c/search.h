/* A query -> the best documents of a database, copied out. */
#ifndef XAPIAN_C_SEARCH_H
#define XAPIAN_C_SEARCH_H

#include <xapian-c/query.h>

#ifdef __cplusplus
extern "C" {
#endif

/* How documents are weighed. */
typedef enum xc_weighting {
    XC_WEIGHT_BM25,   /* parameters: k1, k2, k3, b, minimum normalised length */
    XC_WEIGHT_IMPACT, /* idf × wdf: the wdf is an impact computed while indexing.  idf
                         is log(1 + (N − n + 0.5)/(n + 0.5)), as in Lucene; no document
                         length is ever read */
    XC_WEIGHT_BOOLEAN
} xc_weighting;

/* Zero-initialised: the ten best by BM25 with Xapian's parameters. */
typedef struct xc_search {
    const xc_query *query;  /* NULL matches nothing */
    const xc_query *filter; /* or NULL */
    uint32_t offset;
    uint32_t limit;          /* 0 means 10 */
    uint32_t check_at_least; /* documents to look at for the totals and facets */
    xc_weighting weighting;
    const double *parameters;      /* five for BM25, or NULL */
    const uint32_t *collapse_slot; /* one hit for each value of it, or NULL */
    uint32_t collapse_limit;       /* hits for each value; 0 means 1 */
    const uint32_t *sort_slot;     /* by its value, then by weight, or NULL */
    bool sort_ascending;
    bool sort_empty_last; /* documents without a value come last in either direction */
    const uint32_t *facet_slots; /* values to count */
    size_t facet_count;
    const uint32_t *value_slots; /* values to copy into the hits */
    size_t value_count;
    bool without_data;
    bool with_terms;      /* the query's terms that each hit has */
    uint64_t deadline_us; /* from now; 0 for none */
    /* Keep this document?  Asked during the match, again where the database changed;
       `value` is borrowed for the call.  Of several databases `docid` is the number
       that the document has in its own one, and nothing tells which: decide by the
       value then.  Totals are estimates with it. */
    bool (*decide)(void *user, uint32_t docid, xc_bytes value);
    uint32_t decide_slot; /* the value it is given */
    void *user;
    const uint32_t *carried_slot; /* no two documents have the same value in it: with
                                     remote databases it comes with the hit, if hits
                                     are not collapsed; or NULL */
    uint64_t reserved[XC_RESERVED - 1]; /* for later versions; zero */
} xc_search;

/* A document that was found, with what the search asked for. */
typedef struct xc_hit {
    uint32_t docid;
    double weight;
    uint32_t percent;
    uint32_t collapsed; /* other documents with its collapse value, at least */
    xc_bytes data;
    const xc_bytes *values; /* in the order of value_slots */
    const xc_bytes *terms;
    size_t term_count;
    uint64_t reserved[XC_RESERVED]; /* for later versions; zero */
} xc_hit;

/* A value, and how many documents have it in this slot. */
typedef struct xc_facet {
    uint32_t slot;
    xc_bytes value;
    uint32_t count; /* among the documents looked at */
} xc_facet;

/* The best documents; lives until xc_hits_free(), also after the database. */
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
    uint64_t reserved[XC_RESERVED]; /* for later versions; zero */
} xc_hits;

/* Searches.  Of hits of the same weight the one with the lower docid comes first.  A
   change of the database under the search is met by reopening and running it again,
   three times in all.

   XC_TIMEOUT if the deadline passed: a stopped match has no hits, so have something
   cheaper to ask next.  The clock is looked at while documents are weighed and kept;
   what never gets that far, such as a phrase none of whose candidates has it, is not
   interrupted.  Copying hits out is not, either.

   With a remote database among them, the deadline is left to the timeouts of the
   connections and `decide` is XC_UNSUPPORTED.  Values of carried_slot and sort_slot
   come with the hits; if others are asked for, or data, each hit takes an exchange with
   its server. */
XC_API xc_status xc_database_search(
        xc_hits **out, xc_database *database, const xc_search *search, xc_error *err);

/* Data and values of documents, as `what` asks by value_slots and without_data, in the
   order of `docids` and with nothing else filled in.  Documents that are not there are
   left out. */
XC_API xc_status xc_database_fetch(xc_hits **out, xc_database *database,
        const uint32_t *docids, size_t count, const xc_search *what, xc_error *err);

/* The value of a slot as the `data` of hits, with nothing else filled in: of `docids`,
   which ascend, in their order.  Documents that are not there, or have no such value,
   are left out.  Values that are stored next to each other are read together, which
   makes this the way to what is kept in a slot of its own. */
XC_API xc_status xc_database_values(xc_hits **out, xc_database *database, uint32_t slot,
        const uint32_t *docids, size_t count, xc_error *err);

/* Frees them, and all they point to.  Takes NULL. */
XC_API void xc_hits_free(xc_hits *hits);

/* The `count` terms that tell the given documents best from all others (Xapian's
   ESet), of those without a prefix in capitals; `documents` of an item is the term
   frequency and `weight` how well it tells, the best first.  XC_UNSUPPORTED if the
   database has no term lists. */
XC_API xc_status xc_database_similar_terms(xc_list **out, xc_database *database,
        const uint32_t *docids, size_t docid_count, size_t count, xc_error *err);

/* The same of those that start with `prefix`. */
XC_API xc_status xc_database_similar_with_prefix(xc_list **out, xc_database *database,
        const uint32_t *docids, size_t docid_count, xc_bytes prefix, size_t count,
        xc_error *err);

#ifdef __cplusplus
}
#endif
#endif
