/* What a run of the indexer works with, shared by building and updating. */
#ifndef INDEXER_RUN_H
#define INDEXER_RUN_H

#include <palpate/indexer.h>
#include <pthread.h>

#include "indexer/content/shared_blocks.h"
#include "indexer/html/selectors.h"
#include "indexer/run/page.h"
#include "indexer/run/remembered.h"
#include "indexer/run/run_task.h"
#include "indexer/shard/catalog.h"
#include "indexer/shard/generation.h"
#include "indexer/source/source.h"

struct run {
    const palpate_index_options *options;
    palpate_index_options settings; /* what `options` points to */
    char *base_url;                 /* of the live index, or NULL */
    struct selectors selectors;     /* of what is read of a page */
    struct remembered remembered;   /* of the live index, */
    struct buffer remembers;        /* and what it is to remember of this run */
    struct buffer curation;         /* the bytes of the file, if one is given */
    palpate_index_summary *summary;
    const struct run_task *task;
    struct source_list *sources;
    struct generation generation;
    char wreck[INDEX_PATH];      /* database of the live generation that is damaged,
                                         where all is read again; or empty */
    char before[INDEX_PATH];     /* whole database of a generation that is not live,
                                         where all is read again; or empty */
    struct catalog catalog;      /* of the live generation, empty where there is none */
    struct shared_blocks shared; /* what the site's pages share */
    struct buffer dictionary;    /* of the records, as the index keeps it; or empty */
    pthread_mutex_t lock; /* of all that threads share: sources, summary, reports */
    uint64_t done;        /* pages */
    bool is_ours;         /* the live generation is of this version */
    bool is_read_only;    /* and was built so that it cannot be brought up to date */
};

/* The curation that the index is to have; without data it keeps its own. */
palpate_view run_curation(const struct run *run);

/* Tells of a page that is not indexed, and counts it by its outcome.  Any thread. */
void run_report(struct run *run, const struct source_page *source,
        const struct catalog_entry *entry, const char *why);

/* Tells of something that is no page's. */
void run_note(struct run *run, const char *what);

/* Tells something of a page that is indexed all the same.  Any thread. */
void run_remark(struct run *run, palpate_view source, const char *note);

/* Counts a page and shows the progress.  Any thread. */
void run_step(struct run *run);

/* Whether the caller asks to stop. */
bool run_should_stop(struct run *run);

/* PALPATE_REFUSED where the index would lose more than a third of its pages and that is
   not allowed.  Asks the catalog, as it stands at the end of the run. */
palpate_status run_guard(const struct run *run, palpate_error *err);

/* Counts and tells what was left out of a source; `user` is the run.  Any thread. */
void run_report_source(
        void *user, palpate_report_kind kind, const char *source, const char *message);

#endif
