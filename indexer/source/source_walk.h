/* A folder -> the files of pages below it. */
#ifndef INDEXER_SOURCE_WALK_H
#define INDEXER_SOURCE_WALK_H

#include <palpate/status.h>

#include "core/arena.h"
#include "indexer/source/source_page.h"

struct source_file {
    palpate_view id;    /* absolute path, with a NUL after it */
    palpate_view below; /* the folder that it must not lie outside of, or empty */
    uint64_t size;
    uint64_t modified;
    bool is_stream; /* NDJSON or WARC */
};

struct source_files {
    struct source_file *items;
    size_t count;
    size_t room;
    palpate_view *unreadable; /* folders, absolute */
    size_t unreadable_count;
    size_t unreadable_room;
    struct arena arena;
};

/* Whether a file of this name holds a page, or a stream of pages. */
bool walk_is_page(palpate_view name);
bool walk_is_stream(palpate_view name);

/* Whether such a stream is a WARC file. */
bool walk_is_warc(palpate_view name);

/* How a folder is walked. */
struct walk_manner {
    bool follows_links; /* out of the folder, and to folders */
    source_report *report;
    void *user;
};

/* Adds all files below the folder `root` (absolute, without links), in any order. Links
   to files below it are followed; links that lead out of it or nowhere are reported.  A
   folder that cannot be read is reported and kept in `unreadable`. */
palpate_status walk_folder(struct source_files *files, palpate_view root,
        const struct walk_manner *manner, palpate_error *err);

#endif
