/* The tables of an index -> whether they belong together. */
#ifndef CORE_INDEX_TABLES_H
#define CORE_INDEX_TABLES_H

#include <palpate/status.h>
#include <xapian-c/read.h>

#ifdef __cplusplus
extern "C" {
#endif

/* Looks, by a few reads, whether the database that was opened at `path` is the one that
   the manifest beside it describes, and holds what each table says of the first passage
   against the others: a table of another index, or a root that was changed, is
   PALPATE_CORRUPT.  The database is one of this version. */
palpate_status index_tables_check(
        xc_database *database, const char *path, palpate_error *err);

#ifdef __cplusplus
}
#endif
#endif
