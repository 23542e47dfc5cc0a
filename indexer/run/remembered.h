/* What an index remembers of the runs that made it: its sources, and how they are read.
 */
#ifndef INDEXER_REMEMBERED_H
#define INDEXER_REMEMBERED_H

#include <palpate/indexer.h>

#include "core/arena.h"
#include "core/buffer.h"
#include "indexer/run/run_task.h"
#include "indexer/source/source.h"

struct remembered_words {
    const char **items;
    size_t count;
    size_t room;
};

struct remembered {
    struct arena arena;
    palpate_view bytes; /* as they are in the index */
    struct remembered_words sources;
    struct remembered_words includes;
    struct remembered_words excludes;
    struct remembered_words ignores;
    struct remembered_words contents;
    struct remembered_words thesauri;
    struct remembered_words sitemaps;
    struct remembered_words filters;
    const char *robots;   /* file, or NULL */
    const char *base_url; /* or NULL */
    const char *curation; /* or NULL */
    const char *root;     /* from which the paths of files start, or NULL */
    unsigned shards;      /* databases of the index, or 0 for one */
    bool follows_links;
    bool is_lost; /* there is an index, and this cannot be read of it */
};

/* Reads what the index at `path` remembers: nothing where there is no index.  Where the
   live generation cannot be read, it is asked of the one before.  Freed with
   remembered_free(), also after a failure.  PALPATE_NO_MEMORY. */
palpate_status remembered_read(
        struct remembered *out, const char *path, palpate_error *err);
void remembered_free(struct remembered *remembered);

/* Completes the options by what is remembered: patterns that are not given; where other
   pages are kept, the root; and else without sources all that says what is read, which
   are those of the task then.  PALPATE_NO_INDEX and PALPATE_REFUSED where no sources
   are known. */
palpate_status remembered_settle(const struct remembered *remembered, const char *path,
        struct run_task *task, palpate_index_options *options, palpate_error *err);

/* Whether pages were read by other selectors than those of the settled options. */
bool remembered_selectors_differ(
        const struct remembered *remembered, const palpate_index_options *options);

/* Appends what the index is to remember of a run, whose task and options are settled.
   One that keeps other pages changes nothing of it. */
void remembered_write(struct buffer *out, const struct remembered *before,
        const struct run_task *task, const palpate_index_options *options,
        const struct source_list *list);

#endif
