/* Articles -> documents of a database, or of the shards of an index. */
#ifndef INDEXER_SHARD_H
#define INDEXER_SHARD_H

#include <palpate/status.h>
#include <xapian-c/xapian-c.h>

#include "core/manifest.h"
#include "core/term.h"
#include "indexer/article.h"
#include "indexer/shard/catalog.h"

/* What is written: a database, or all that stand beside each other as the shards of an
   index do.  One thread at a time. */
struct shard;

/* Creates a database at `path`, from which nothing can be deleted where it is
   `read_only`, or opens one for an update.  `dictionary` is that of the index, as its
   metadata have it, or empty.  PALPATE_LOCKED, PALPATE_IO, … */
palpate_status shard_create(struct shard **out, const char *path, bool read_only,
        palpate_view dictionary, palpate_error *err);
palpate_status shard_open(struct shard **out, const char *path, palpate_view dictionary,
        palpate_error *err);

/* From now on checks, by the manifest of `database`, whose state the shard is in and
   which it has not changed yet, what is read of it to add or remove articles and to
   commit.  PALPATE_CORRUPT. */
palpate_status shard_guard(
        struct shard *shard, const char *database, palpate_error *err);

/* The manifests of its databases, with what was checked; of the shard, and empty
   without shard_guard(). */
const struct manifest *shard_manifests(const struct shard *shard);

/* Creates another database at `path` for the same shard: what was learnt of words
 * stays.
 */
palpate_status shard_start_over(
        struct shard *shard, const char *path, palpate_error *err);

/* Commits and closes the database; the shard waits for another one. */
palpate_status shard_finish(struct shard *shard, palpate_error *err);

/* Closes; what was not committed is dropped. */
void shard_close(struct shard *shard);

/* Adds all passages of an article under `key`, with its address. */
palpate_status shard_add(struct shard *shard, const struct article *article,
        palpate_view url, uint64_t key, palpate_error *err);
palpate_status shard_remove(struct shard *shard, uint64_t key, palpate_error *err);

/* Writes an entry of the catalog, or removes it. */
palpate_status shard_note(
        struct shard *shard, const struct catalog_entry *entry, palpate_error *err);
palpate_status shard_forget(struct shard *shard, palpate_view id, palpate_error *err);
palpate_status shard_set(
        struct shard *shard, palpate_view key, palpate_view value, palpate_error *err);

palpate_status shard_commit(struct shard *shard, palpate_error *err);
struct analyzer *shard_analyzer(struct shard *shard);

/* The same of a live database, so that a full disk does not end this process.  The
   shard can only be closed after it. */
palpate_status shard_commit_live(struct shard *shard, palpate_error *err);

#endif
