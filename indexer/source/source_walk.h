/* A folder -> the files of pages below it. */
#ifndef INDEXER_SOURCE_WALK_H
#define INDEXER_SOURCE_WALK_H

#include <palpate/status.h>
#include <sys/stat.h>

#include "core/arena.h"
#include "indexer/source/sitemap_read.h"
#include "indexer/source/source_page.h"

struct source_file {
    palpate_view id;    /* absolute path, with a NUL after it */
    palpate_view below; /* the folder that it must not lie outside of, or empty */
    uint64_t size;
    uint64_t modified;
    bool is_stream;     /* NDJSON or WARC */
    const char *filter; /* its ending, which is not that of a page; or NULL */
    const struct sitemap_entry *listed; /* what a sitemap says of it, or NULL */
};

/* A folder that cannot be read (PALPATE_REPORT_FAILED), or a link that is left out. */
struct source_trouble {
    palpate_report_kind kind;
    palpate_view path; /* absolute, with a NUL after it */
    const char *why;
};

struct source_files {
    struct source_file *items;
    size_t count;
    size_t room;
    struct source_trouble *troubles;
    size_t trouble_count;
    size_t trouble_room;
    const char **endings; /* of files that filters read */
    size_t ending_count;
    struct arena arena;
};

/* The ending of a file of this name that a filter reads, of those of the list; or NULL.
 */
const char *source_files_filter(const struct source_files *files, palpate_view name);

/* Whether a file of this name holds a page, or a stream of pages. */
bool walk_is_page(palpate_view name);
bool walk_is_stream(palpate_view name);

/* Whether such a stream is a WARC file. */
bool walk_is_warc(palpate_view name);

/* What is known of a file of this id. */
struct source_file source_file_about(
        const struct source_files *files, palpate_view id, const struct stat *about);

/* Fills which files are read by filters, by the options. PALPATE_NO_MEMORY. */
palpate_status source_files_filters(struct source_files *files,
        const palpate_index_options *options, palpate_error *err);

/* Adds all files below the folder `root` (absolute, without links), in any order. Links
   to files below it are followed.  Links that lead out of it, or to folders, are
   followed only if `follows_links`; else they are troubles, as are links that lead
   nowhere and folders that cannot be read. */
palpate_status walk_folder(struct source_files *files, palpate_view root,
        bool follows_links, palpate_error *err);

#endif
