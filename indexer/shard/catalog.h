/* What was read for an index, page by page: the memory that makes updates incremental.
 */
#ifndef INDEXER_CATALOG_H
#define INDEXER_CATALOG_H

#include <palpate/status.h>
#include <palpate/view.h>
#include <xapian-c/xapian-c.h>

#include "core/arena.h"
#include "core/buffer.h"
#include "core/digest.h"
#include "core/table.h"

enum page_outcome {
    OUTCOME_INDEXED,
    OUTCOME_NOINDEX,
    OUTCOME_EMPTY,
    OUTCOME_DUPLICATE,
    OUTCOME_FAILED,
    OUTCOME_FOLDED,    /* has its address, but another page says the same */
    OUTCOME_NO_ARTICLE /* a list, a page that has moved, a feed … */
};

/* One page that was read. */
struct catalog_entry {
    palpate_view id;      /* of the source */
    struct digest digest; /* of the page's bytes */
    uint64_t size;        /* of the file */
    uint64_t modified;    /* nanoseconds; 0 for a line of a stream */
    uint64_t article;     /* key of its address; 0 where there is none */

    /* From which its address is decided (indexer/run/placing.h). */
    uint64_t place;      /* key of the address where it lies */
    uint64_t spot;       /* of the place on its site (indexer/address.h), */
    uint64_t claim;      /* key of another address that it calls its own, or 0 */
    uint64_t claim_spot; /* and the place that this names */

    /* What is compared with other pages (indexer/run/fold.h). */
    uint64_t text;      /* key of title and text, or 0 */
    uint64_t title;     /* key of the title */
    uint64_t signature; /* of the text, or 0 */
    uint64_t original;  /* key of another address that it calls canonical, or 0 */
    uint64_t amp;       /* key of the address of its AMP version, or 0 */
    uint32_t url_size;
    uint32_t passages;
    uint32_t text_size; /* bytes of its text: also by this its address is decided */
    enum page_outcome outcome;
    bool is_copy; /* AMP: gives way to another page of its address */
    bool is_own;  /* calls its own address canonical */

    /* Of the run under way; not stored. */
    bool is_seen;        /* among the sources */
    bool is_read;        /* and its bytes were judged */
    bool was_indexed;    /* before the run */
    bool comes_in;       /* it was folded, and its keeper is gone */
    uint64_t held;       /* its address before the run */
    uint64_t belongs;    /* key of the address that it should have; 0: none, or not
                            decided yet */
    palpate_view keeper; /* id of the page that it gives way to, */
    const char *why;     /* and for what reason */
};

struct catalog {
    struct catalog_entry *entries;
    uint32_t count;
    size_t room;
    struct table ids;
    struct table articles; /* addresses of indexed pages -> who has, or had them */
    struct arena arena;
};

/* Reads the catalog of a database.  Freed with catalog_free(), also after a failure. */
palpate_status catalog_read(
        struct catalog *catalog, xc_database *database, palpate_error *err);
void catalog_free(struct catalog *catalog);

/* The entry of a source, or NULL. */
struct catalog_entry *catalog_find(const struct catalog *catalog, palpate_view id);

/* Whether a page has its address: it is indexed, or folded into one that is. */
bool catalog_holds(const struct catalog_entry *entry);

/* The entry that has an article's address, or NULL. */
struct catalog_entry *catalog_holder(const struct catalog *catalog, uint64_t article);

/* How many pages were indexed before the run, and of these how many are not in the
   index any more: neither under their id nor, by another page, under their address. */
uint64_t catalog_count_before(const struct catalog *catalog);
uint64_t catalog_count_lost(const struct catalog *catalog);

/* Adds an entry, copying its id, or overwrites the one of the same id.  Entries move:
   ask for them again.  PALPATE_NO_MEMORY. */
palpate_status catalog_put(
        struct catalog *catalog, const struct catalog_entry *entry, palpate_error *err);

/* The key of the metadata in which an entry is stored, and its value. */
void catalog_key(struct buffer *out, palpate_view id);
void catalog_value(struct buffer *out, const struct catalog_entry *entry);

/* Reads an entry from both, also one that an older version wrote.  Its id borrows one
   of them.  false where they are none. */
bool catalog_entry_read(
        struct catalog_entry *entry, palpate_view key, palpate_view value);

#endif
