/* What the parts of an update share. */
#ifndef INDEXER_UPDATE_H
#define INDEXER_UPDATE_H

#include "indexer/run/read_ahead.h"
#include "indexer/run/run.h"
#include "indexer/shard/shard.h"
#include "indexer/shard/stage.h"

/* An update under way.  All changes are one commit of one shard: published together. */
struct update {
    struct run *run;
    struct shard *shard;     /* NULL in a dry run, and until something changes */
    struct stage stage;      /* where it is */
    struct ahead_page again; /* what is read once more when all pages are known */
    uint64_t after;          /* indexed pages */
    uint64_t passages;
    uint64_t seen; /* pages of the sources */
    bool changes;
};

/* Opens the shard, unless this is a dry run. */
palpate_status update_open_shard(struct update *update, palpate_error *err);

/* Takes a page out of the index; its address is free then. */
palpate_status update_drop(
        struct update *update, struct catalog_entry *entry, palpate_error *err);

/* Takes a page out of the index and out of the catalog. */
palpate_status update_forget(
        struct update *update, struct catalog_entry *entry, palpate_error *err);

/* Takes out the pages of the addresses that the task deletes. */
palpate_status update_delete(struct update *update, palpate_error *err);

/* Reads a page that may have changed and stores what it says now. */
palpate_status update_read(struct update *update, struct ahead_page *ahead,
        struct catalog_entry *old, palpate_error *err);

/* The file of a page that is to be read once more, for update_read(); NULL where it is
   none, as for a page of a stream.  It lives until the next one. */
struct ahead_page *update_again(struct update *update, palpate_view id);

/* Takes back the count of a page that is looked at again. */
void update_uncount(palpate_index_summary *summary, const struct catalog_entry *entry);

/* Gives each page its address, as a build does; once all pages are read. */
palpate_status update_place(struct update *update, palpate_error *err);

/* Gives the entries of the catalog that count to what decides on them: fold_decide(),
   placing_decide(). */
palpate_status update_decide(const struct catalog *catalog,
        bool (*counts)(const struct catalog_entry *entry),
        palpate_status (*decide)(
                struct catalog_entry **pages, size_t count, palpate_error *err),
        palpate_error *err);

/* Leaves one page for each text, as a build does; once all pages are read. */
palpate_status update_fold(struct update *update, palpate_error *err);

/* Takes up the thesaurus and the curation that this run was given, and remembers what
   else it was given, where that is something else than before. */
palpate_status update_settings(struct update *update, palpate_error *err);

/* Brings the live generation up to date, or with dry_run only counts. */
palpate_status update_live(struct run *run, palpate_error *err);

#endif
