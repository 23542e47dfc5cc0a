/* A wide file -> the databases that it names, opened to be searched as one. */
#ifndef CORE_WIDE_INDEX_H
#define CORE_WIDE_INDEX_H

#include <palpate/status.h>
#include <stdbool.h>
#include <xapian-c/read.h>

#include "core/manifest.h"
#include "core/wide_opening.h"

#ifdef __cplusplus
extern "C" {
#endif

/* Opens the databases of all lines of `file`, which it takes over, also where it fails;
   paths in it start where the file at `path` is.  An index of several shards gives all
   of them; those that were indexes of shards must be there in their order.  The head
   stays closed, and every server must answer.  PALPATE_CORRUPT, PALPATE_NO_INDEX,
   PALPATE_NETWORK, …; `*out` and `*database` are NULL then. */
palpate_status wide_index_open_shards(struct wide_index **out, xc_database **database,
        struct wide_file *file, const char *path, palpate_error *err);

/* The same of the file at `path`, with its head.  Of a line with several servers the
   first is taken that answers.  Where none does, or has another generation than the
   head was written for, the shard is missing; PALPATE_NETWORK where all are. */
palpate_status wide_index_open(struct wide_index **out, xc_database **database,
        struct wide_reach *reach, const char *path, palpate_error *err);

/* Whether another file stands at `path`, or an index that it names is another one. */
bool wide_index_is_replaced(const struct wide_index *wide, const char *path);

/* index_tables_guard() of each database; `manifests` are MAX_SHARDS. */
palpate_status wide_index_guard(struct manifest *manifests, struct wide_index *wide,
        xc_database *database, palpate_error *err);

/* Closes the head and forgets; the databases stay.  Takes NULL. */
void wide_index_close(struct wide_index *wide);

#ifdef __cplusplus
}
#endif
#endif
