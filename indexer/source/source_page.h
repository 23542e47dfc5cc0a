/* A page of a source: where it is from, and its bytes once they are read. */
#ifndef INDEXER_SOURCE_PAGE_H
#define INDEXER_SOURCE_PAGE_H

#include <palpate/indexer.h>
#include <palpate/view.h>
#include <stdbool.h>
#include <stdint.h>

enum { MAX_SOURCE_PAGE = 64 * 1024 * 1024 /* bytes of a page, inflated */ };

/* A page that was not read yet, or one of a stream (NDJSON or WARC) that was. */
struct source_page {
    palpate_view id;   /* the same in every run: absolute path, or url */
    palpate_view name; /* for people: the path as given, or the url */
    palpate_view path; /* of a file, relative to what all sources have in common: the
                          end of an address; or the url */
    palpate_view url; /* of a page of a stream, or of a file in a sitemap; else empty */
    palpate_view changed;      /* what a sitemap says of its last change; or empty */
    palpate_view file;         /* its own or the stream: absolute path, or "-" */
    palpate_view robots;       /* X-Robots-Tag of a page of a stream; else empty */
    palpate_view content_type; /* the HTTP header of such a page; else empty */
    palpate_view bytes; /* of a page of a stream; of a file after source_load() */
    uint64_t size;      /* of the file, or of the page of a stream */
    uint64_t modified;  /* nanoseconds since 1970; 0 for a page of a stream */
    palpate_view below; /* the folder that its file must not lie outside of, or empty */
    const char *filter; /* its ending, if a filter makes a page of it; or NULL */
    bool is_file;
    bool is_repeated; /* of a stream, which had a page of this id before */
};

/* Told of what cannot be read or is left out. */
typedef void source_report(
        void *user, palpate_report_kind kind, const char *source, const char *message);

#endif
