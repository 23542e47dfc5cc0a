/* Folders, files and streams -> pages, one after another. */
#ifndef INDEXER_SOURCE_H
#define INDEXER_SOURCE_H

#include <palpate/indexer.h>

#include "core/arena.h"
#include "core/buffer.h"

enum { SOURCE_PAGE_MOST = 64 * 1024 * 1024 /* bytes of a page, inflated */ };

/* A page that was not read yet, or one of a stream (NDJSON or WARC) that was. */
struct source_page {
    palpate_view id;     /* the same in every run: absolute path, or url */
    palpate_view name;   /* for people: the path as given, or the url */
    palpate_view path;   /* of a file, relative to what all sources have in common: the
                            end of an address; or the url */
    palpate_view url;    /* of a page of a stream; else empty */
    palpate_view robots; /* X-Robots-Tag of a page of a stream; else empty */
    palpate_view content_type; /* the HTTP header of such a page; else empty */
    palpate_view bytes; /* of a page of a stream; of a file after source_load() */
    uint64_t size;      /* of the file, or of the page of a stream */
    uint64_t modified;  /* nanoseconds since 1970; 0 for a page of a stream */
    palpate_view below; /* the folder that its file must not lie outside of, or empty */
    bool is_file;
    bool is_repeated; /* of a stream, which had a page of this id before */
};

/* Told of what cannot be read or is left out. */
typedef void source_report(
        void *user, palpate_report_kind kind, const char *source, const char *message);

struct source_list;

/* Lists the files of all sources, sorted, and opens the streams.  Of `options` counts
   the root, from which paths start; without it that is the deepest folder that holds
   all sources.  PALPATE_REFUSED names a source that does not exist, that is no kind of
   source or that does not lie below the root. */
palpate_status source_open(struct source_list **out, const char *const *sources,
        size_t count, const palpate_index_options *options, source_report *report,
        void *user, palpate_error *err);
void source_close(struct source_list *list);

/* Files in the list; streams are not counted. */
uint64_t source_file_count(const struct source_list *list);
bool source_has_streams(const struct source_list *list);

/* The bytes of a page, or of all files in the list, once they are read, as far as that
   is known before. */
uint64_t source_likely_size(const struct source_page *page);
uint64_t source_file_bytes(const struct source_list *list);

/* Whether the page `id`, which did not come, may still exist: it lies below a folder
   that could not be read, or lines of a stream could not.  Asked at the end. */
bool source_may_hide(const struct source_list *list, palpate_view id);

/* Whether the page `id`, which has not come yet, may come or exist: false is sure. */
bool source_may_come(const struct source_list *list, palpate_view id);

/* The file at `*place` of the list or behind, streams left out; moves `*place` behind
   it.  False at the end. */
bool source_file_at(
        const struct source_list *list, size_t *place, struct source_page *page);

/* The file `id` of the list; false where there is none, as for a page of a stream. */
bool source_file_of(
        const struct source_list *list, palpate_view id, struct source_page *page);

/* The next page; false at the end.  Strings live in `arena`.  A line that is no page is
   reported and passed over.  One thread at a time. */
bool source_next(
        struct source_list *list, struct arena *arena, struct source_page *page);

/* Reads the file of a page into `bytes` (cleared first), inflated where it is gzip.
   PALPATE_BAD_INPUT, PALPATE_IO, PALPATE_LIMIT with what to do.  Any thread. */
palpate_status source_load(
        struct source_page *page, struct buffer *bytes, palpate_error *err);

#endif
