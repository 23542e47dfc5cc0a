/* The tables of an index -> whether they belong together. */
#ifndef CORE_INDEX_TABLES_H
#define CORE_INDEX_TABLES_H

#include <palpate/status.h>
#include <stdbool.h>
#include <xapian-c/blocks.h>
#include <xapian-c/read.h>
#include <xapian-c/write.h>

#include "core/manifest.h"

#ifdef __cplusplus
extern "C" {
#endif

/* Looks, by a few reads, whether the database that was opened at `path` is the one that
   the manifest beside it describes, and holds what each table says of the first passage
   against the others: a table of another index, or a root that was changed, is
   PALPATE_CORRUPT.  The database is one of this version. */
palpate_status index_tables_check(
        xc_database *database, const char *path, palpate_error *err);

/* The same, and from then on all postings and metadata that are read of the database
   are checked by `manifest`, which must stay where it is until the database is closed
   or this is called again, and is to be freed then.  An update may have come meanwhile:
   xc_database_is_guarded() tells whether its state is the one that is checked. */
palpate_status index_tables_guard(struct manifest *manifest, xc_database *database,
        const char *path, palpate_error *err);

/* The same of a writer that is in the state of the database at `path` and has changed
   nothing yet: what it reads to add and delete documents is checked, and what its
   commit reads of postings before that.  The manifest notes which blocks these were. */
palpate_status index_tables_guard_writer(struct manifest *manifest, xc_writer *writer,
        const char *path, palpate_error *err);

/* The same of a database that is damaged, to save what is whole: it needs nothing but a
   manifest that can be read.  false where there is none, and nothing is checked. */
bool index_tables_guard_damaged(
        struct manifest *manifest, xc_database *database, const char *path);

/* The records that are in whole blocks of a damaged database, as the manifest says;
   false where there is no manifest that is of it. */
bool index_tables_salvage(
        xc_values **records, struct manifest *manifest, const char *path);

#ifdef __cplusplus
}
#endif
#endif
