/* What the parts of a build share. */
#ifndef INDEXER_BUILD_H
#define INDEXER_BUILD_H

#include "core/table.h"
#include "indexer/run/large_pages.h"
#include "indexer/run/parts.h"
#include "indexer/run/resolve_duplicates.h"
#include "indexer/run/run.h"
#include "indexer/shard/shard.h"

/* What is learnt from one of the first pages. */
struct first_look {
    struct block_hashes hashes;
    palpate_view records; /* of its passages, where they are looked at */
    size_t *sizes;
    uint32_t count;
};

/* A build under way. */
struct build {
    struct run *run;
    pthread_mutex_t lock;
    struct parts parts;
    struct large_pages large;
    struct first_look first[FIRST_PAGES]; /* at the first pages */
    uint32_t first_read;
    uint32_t *built; /* parts of each group */
    size_t group_room;
    bool is_over;          /* a failure */
    palpate_status status; /* the first one */
    palpate_error err;
    struct arena arena; /* of the groups, and of the ids of pages */
    struct indexed_page *pages;
    size_t page_count;
    size_t page_room;
};

struct worker;
typedef palpate_status build_work(struct worker *worker, palpate_error *err);

/* What one thread works with. */
struct worker {
    struct build *build;
    build_work *work; /* what is to be done */
    struct page_reader reader;
    struct arena looks;    /* what was seen at the first look */
    struct buffer records; /* of the page at hand */
    struct part part;
    struct indexed_page *pages; /* of the part */
    uint32_t page_count;
    struct table table;  /* addresses -> pages */
    struct shard *shard; /* NULL until the first part */
};

/* Asks whether to stop: PALPATE_INTERRUPTED. */
palpate_status build_check_stop(struct build *build, palpate_error *err);

/* Stops all threads; the first failure is that of the build. */
void build_stop(struct build *build, palpate_status status, const palpate_error *err);

/* Looks at the first pages, until there are none or it is over. */
build_work build_look;

/* Learns from them, in their order, what the site's pages share, and the dictionary of
   their records: the same whichever threads looked. */
void build_learn(struct build *build);

/* Builds one part after another until there are none or it is over. */
build_work build_parts;

/* Builds a fresh generation from all sources and publishes it. */
palpate_status build_all(struct run *run, palpate_error *err);

#endif
