/* The databases of an index, its shards -> one that is written.  Passages go to the
   shard of their article, metadata to the first. */
#ifndef INDEXER_WRITERS_H
#define INDEXER_WRITERS_H

#include <palpate/status.h>
#include <palpate/view.h>
#include <xapian-c/xapian-c.h>

#include "core/index_folder.h"
#include "core/manifest.h"

struct writers {
    xc_writer *items[MAX_SHARDS];
    struct manifest manifests[MAX_SHARDS]; /* what each is checked by */
    unsigned count;
    uint32_t last; /* number that a passage of any of them ever had */
};

/* Opens the database at `path`, and those that stand beside it as other shards do, with
   flags of xc_writer_open(); closed by writers_close(), also after a failure. */
palpate_status writers_open(
        struct writers *writers, const char *path, unsigned flags, palpate_error *err);
void writers_close(struct writers *writers);

/* From now on checks what is read of them by the manifests of the databases beside each
   other at `database`, in whose state they are. */
palpate_status writers_guard(
        struct writers *writers, const char *database, palpate_error *err);

/* Adds a passage of an article, after all others. */
palpate_status writers_add(struct writers *writers, uint64_t article,
        const xc_document *document, palpate_error *err);

/* Removes all passages of an article. */
palpate_status writers_remove(
        struct writers *writers, uint64_t article, palpate_error *err);

/* Sets metadata of the first. */
palpate_status writers_set(struct writers *writers, palpate_view key,
        palpate_view value, palpate_error *err);

/* Commits all; of live databases so that a full disk does not end this process, after
   which they can only be closed. */
palpate_status writers_commit(
        struct writers *writers, bool is_live, palpate_error *err);

#endif
