/* Folders, files and streams of pages -> an index on disk. */
#ifndef PALPATE_INDEXER_H
#define PALPATE_INDEXER_H

#include <palpate/status.h>
#include <palpate/view.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/* What palpate_extract() writes for each page. */
typedef enum palpate_explain {
    PALPATE_EXPLAIN_NOTHING, /* a line of JSON */
    PALPATE_EXPLAIN_TEXT,    /* every block, with the verdict and the reasons */
    PALPATE_EXPLAIN_COLOR,   /* the same for a terminal */
    PALPATE_EXPLAIN_HTML     /* a document: kept and left-out text side by side */
} palpate_explain;

/* What is reported. */
typedef enum palpate_report_kind {
    PALPATE_REPORT_NOTE,       /* about the index as a whole */
    PALPATE_REPORT_NOINDEX,    /* left out: it asks not to be indexed */
    PALPATE_REPORT_DUPLICATE,  /* left out: another page has its address or says the
                                  same */
    PALPATE_REPORT_NO_ARTICLE, /* left out: it only lists other pages, sends its
                                  readers on, is a feed, says that a page was not
                                  found, or came with a program of the site */
    PALPATE_REPORT_EMPTY,      /* left out: no article text was found in it */
    PALPATE_REPORT_EXCLUDED,   /* left out: by the patterns of the options */
    PALPATE_REPORT_LINK,       /* left out: a link out of its folder, or to nowhere */
    PALPATE_REPORT_FAILED      /* it, or a folder or record, cannot be read */
} palpate_report_kind;
enum { PALPATE_REPORT_KINDS = PALPATE_REPORT_FAILED + 1 };

/* Zero-initialised: bring the index up to date on all cores. */
typedef struct palpate_index_options {
    const char *base_url; /* put before the path of a file whose page names no address
                             itself; or NULL for the one the index was built with */
    const char *root;     /* folder at which the paths of files start; all sources are
                             in it.  NULL for the deepest folder that has them all */
    const char *const *thesauri; /* files with synonyms; or NULL for those that the
                                    index has */
    size_t thesaurus_count;
    const char *curation; /* file with what the owner decided about answers; NULL for
                             that which the index has, "" for none */
    const char *const *includes; /* patterns: only pages that one of them matches are
                                    taken.  Or NULL for those that the index has */
    size_t include_count;
    const char *const *excludes; /* patterns of pages that are not taken; likewise.  An
                                    empty pattern is none: it alone takes away those
                                    that the index has */
    size_t exclude_count;
    const char *const
            *ignores; /* selectors of elements that are not read (a class, …):
                         "name", ".class", "#id", "[attribute=value]", and
                         these in others with a space.  Or NULL for those that
                         the index has; an empty one is none, as of patterns */
    size_t ignore_count;
    const char *const *contents; /* selectors, likewise: of a page that has such an
                                    element nothing else is read */
    size_t content_count;
    const char *const *sitemaps; /* files: only pages that a sitemap lists are taken,
                                    and a file has the address that it has there.  Or
                                    NULL for those of before; an empty name is none, as
                                    of patterns */
    size_t sitemap_count;
    const char *robots; /* file: pages that this robots.txt disallows are not taken.
                           Or NULL for that of before; an empty name takes it away */
    const char *const *filters; /* endings of files that `filter` makes pages of, such
                                   as ".docx"; with "=" after it, of files that are not
                                   taken.  Or NULL for those that the index has */
    size_t filter_count;
    const char *const *usual_filters; /* likewise, for files that are taken unless
                                         `filters` says otherwise; never remembered */
    size_t usual_filter_count;
    const char *const *deletes; /* addresses of pages that leave the index, before the
                                   sources are read; what is not named stays */
    size_t delete_count;
    bool keeps_others;       /* what is not among the sources stays: they are added */
    unsigned jobs;           /* threads; 0 for one a core, at most 16 */
    palpate_explain explain; /* palpate_extract() alone */
    bool rebuild;            /* read every page again into a fresh index */
    bool read_only;          /* rebuild without what updates need: the index is smaller,
                                but it cannot be updated, only rebuilt */
    bool dry_run;            /* report what would be done, and do nothing */
    bool follow_links; /* also follow links that lead out of a source, or to folders */
    bool allow_delete; /* go on even if more than a third of the index goes */

    /* May be NULL.  Called from any thread, one at a time. */
    void (*report)(void *user, palpate_report_kind kind, const char *source,
            const char *message); /* a page that is not indexed, and why; control
                                     characters and bytes that are no UTF-8 are escaped
                                     as \033 */
    void (*progress)(
            void *user, uint64_t done, uint64_t total); /* pages; total 0: unknown */
    bool (*should_stop)(void *user); /* true: publish nothing and return */
    void *user;

    /* May be NULL: then files of these endings cannot be read.  Makes HTML of the bytes
       of a file with this ending, or text: `*html` is of malloc(), and freed by the
       library.  PALPATE_BAD_INPUT with the reason, if that is no such file; then the
       page is reported as one that cannot be read.  Called from any thread, several at
       a time. */
    palpate_status (*filter)(void *filter_user, char **html, size_t *size,
            const char *ending, palpate_view bytes, palpate_error *err);
    void *filter_user;
    uint64_t shards; /* databases that the index is kept in, 1 to 64; another number
                        than it has builds it anew.  0 for as many as it has, or 1 */
    uint64_t reserved[PALPATE_RESERVED - 1]; /* for later versions; zero */
} palpate_index_options;

/* What a run did, and what the index has after it. */
typedef struct palpate_index_summary {
    uint64_t read;      /* pages whose text was read in this run */
    uint64_t unchanged; /* pages that were not read again */
    uint64_t added;
    uint64_t changed;
    uint64_t removed;
    uint64_t failed;       /* could not be read */
    uint64_t noindex;      /* ask not to be indexed */
    uint64_t empty;        /* without article text */
    uint64_t duplicate;    /* another page has their address or says the same */
    uint64_t no_article;   /* lists, pages that have moved, feeds and the like */
    uint64_t excluded;     /* not taken, because of the patterns of the options */
    uint64_t lost;         /* of those left out, pages that may say what no other page
                              says: without article text, or another has their address */
    uint64_t links;        /* that lead out of a source or nowhere, and were left out */
    uint64_t pages;        /* in the index now */
    uint64_t passages;     /* in the index now */
    uint64_t index_bytes;  /* on disk now */
    uint64_t source_bytes; /* read in this run */
    uint64_t reserved[PALPATE_RESERVED]; /* for later versions; zero */
} palpate_index_summary;

/* Builds the index at `path`, or brings it up to date with `sources`: folders (all
   below them), .html, .htm and .xhtml files and these with .gz, .warc[.gz] files,
   .ndjson[.gz] files of {"url","html"} lines, and "-" for one of these two on standard
   input.  Pages that are not among the sources any more leave the index.

   The index remembers sources, root, follow_links, patterns, sitemaps, robots,
   filters, selectors, thesauri, curation and base_url.  Without sources (a count of 0)
   it is brought up to date with those; with sources it keeps what the options do not
   name of the patterns, the sitemaps, robots, the filters, the selectors, the thesauri,
   the curation and the base_url.  Other selectors than before let every page be read
   again.

   A pattern of `includes` and `excludes` is compared with the path of a file from the
   root, and with that of the address of a page of a stream; one with "://" in it with
   the whole address.  "*" is any run of bytes but "/", "**" one with "/", "?" a
   character, "[a-z]" and "[!a-z]" one of a set; a backslash takes the meaning of what
   follows.  A pattern with a slash before its end starts at the root, any other one at
   every folder; one that ends with a slash is of folders alone.  What matches a folder
   matches all pages in it.  `excludes` counts more than `includes`.

   A file that a filter reads has the page of a PDF in the links of its passages if each
   element of the HTML has it as its id: "page=3".  All of it is taken for the article.

   A page is in a sitemap if its address is, or the path of its file (below base_url, if
   there is one): the same path but for escapes, an index.html, an .html and a slash at
   its end.  The day that a sitemap gives (lastmod) is that of a page which names none
   itself.  An index of sitemaps needs these beside it.

   With keeps_others or deletes the run changes what is named and nothing else: it needs
   an index whose pages need not be read again, or none, and remembers nothing new.
   Paths of files then start at the root that the index knows, also without one in the
   options.

   PALPATE_BAD_ARGUMENT for what is no pattern or selector, and for rebuild or read_only
   with keeps_others or deletes.  PALPATE_NO_INDEX without sources where there is no
   index.  PALPATE_REFUSED, and nothing changes, if a source is missing or outside of
   the root, if a sitemap or robots.txt cannot be read, if all are empty, if more than a
   third of the index would go, or if the index was built with read_only and the options
   have neither that nor rebuild. PALPATE_LOCKED while another run writes;
   PALPATE_INTERRUPTED; PALPATE_IO, …  A page that cannot be read is reported, and the
   run goes on.  One call at a time in a process. */
PALPATE_API PALPATE_CHECKED palpate_status palpate_index_run(
        palpate_index_summary *summary, const char *path, const char *const *sources,
        size_t source_count, const palpate_index_options *options, palpate_error *err);

/* What palpate_index_verify() looked at. */
typedef struct palpate_index_soundness {
    uint64_t generations; /* databases: the live one, and the one before it */
    uint64_t blocks;      /* of their tables, 8 KB each as a rule */
    uint64_t bytes;
    uint64_t passages;  /* in the live one */
    bool is_unfinished; /* the last update was committed, but ended before it wrote the
                           sums of what it had changed: the next one writes them.  All
                           that was there before was checked, and the rest by its form
                         */
    uint64_t reserved[PALPATE_RESERVED]; /* for later versions; zero */
} palpate_index_soundness;

/* Reads every byte of the index at `path` and checks it by the sums that were written
   with it.  It changes nothing, and needs no lock: an update at the same time is no
   damage.  Of `options`, report and user are used: `report` gets a note for each thing
   that is wrong, with its file; NULL is allowed for both.

   PALPATE_OK for an index that is sound, PALPATE_CORRUPT with the way out for one that
   is damaged, PALPATE_NO_INDEX, PALPATE_VERSION, PALPATE_IO, … */
PALPATE_API PALPATE_CHECKED palpate_status palpate_index_verify(
        palpate_index_soundness *out, const char *path,
        const palpate_index_options *options, palpate_error *err);

/* How an index was brought back. */
typedef enum palpate_repair {
    PALPATE_REPAIR_NOTHING,  /* it was sound */
    PALPATE_REPAIR_FINISHED, /* the sums that the last update had not stored are stored
                              */
    PALPATE_REPAIR_RESTORED, /* in its place: nothing is lost */
    PALPATE_REPAIR_RETURNED, /* by the generation before, which is sound */
    PALPATE_REPAIR_REBUILT   /* from the passages that it stores */
} palpate_repair;

/* What palpate_index_repair() did. */
typedef struct palpate_index_repair_summary {
    palpate_repair how;
    uint64_t pages;      /* in the index now, where it was rebuilt */
    uint64_t lost_pages; /* that could not be read: the next run with the sources reads
                            them again */
    bool reads_all;      /* the next run reads every page again */
    bool lost_thesaurus; /* if there was one, it is to be given again */
    uint64_t reserved[PALPATE_RESERVED]; /* for later versions; zero */
} palpate_index_repair_summary;

/* Brings back a damaged index, in the first of these ways that there is: writes anew
   what stands beside sound tables (the stub, the version file, the manifest); goes back
   to the generation before, if that is sound; rebuilds it from the stored passages that
   are whole, with the thesaurus if all of that is.  Of `options`, report and user are
   used: `report` names what is lost; NULL is allowed for both.

   PALPATE_CORRUPT if nothing can be brought back, PALPATE_NO_INDEX, PALPATE_VERSION,
   PALPATE_LOCKED, PALPATE_IO, …; then nothing was changed. */
PALPATE_API PALPATE_CHECKED palpate_status palpate_index_repair(
        palpate_index_repair_summary *summary, const char *path,
        const palpate_index_options *options, palpate_error *err);

/* What palpate_index_federate() put together. */
typedef struct palpate_index_federation {
    uint64_t databases; /* that are searched as one */
    uint64_t passages;
    uint64_t reserved[PALPATE_RESERVED]; /* for later versions; zero */
} palpate_index_federation;

/* Makes a wide index of others: writes the file `path`, which names the indexes in the
   folders `shards`, and beside it the folder PATH.head with what all of them know of
   other names and curation.  Searchers open the file as they open an index, and answer
   from all.  The indexes stay as they are, and what they publish later is taken up; a
   new thesaurus or curation of theirs when this is called again.

   PALPATE_REFUSED where `path` is another file or inside an index, PALPATE_NO_INDEX,
   PALPATE_CORRUPT or PALPATE_VERSION with the shard that cannot be taken, PALPATE_LIMIT
   for more than 64 databases, PALPATE_LOCKED, PALPATE_IO, …; then what was there before
   is as it was. */
PALPATE_API PALPATE_CHECKED palpate_status palpate_index_federate(
        palpate_index_federation *out, const char *path, const char *const *shards,
        size_t count, palpate_error *err);

/* Takes a line of palpate_extract(), which ends in '\n' and is borrowed for the call. A
   failure ends the extraction, and is what that returns. */
typedef palpate_status palpate_extract_sink(
        void *user, palpate_view line, palpate_error *err);

/* Gives `sink` one line of JSON, or the form that `explain` selects, for every page of
   the sources, in order.  `user` is handed to it.  Of `options`, base_url, explain,
   report and should_stop are used.  PALPATE_REFUSED if a source is missing,
   PALPATE_INTERRUPTED, PALPATE_IO, …, and what `sink` returns; a page that cannot be
   read is reported, and the next one comes. */
PALPATE_API PALPATE_CHECKED palpate_status palpate_extract(const char *const *sources,
        size_t source_count, const palpate_index_options *options,
        palpate_extract_sink *sink, void *user, palpate_error *err);

#ifdef __cplusplus
}
#endif
#endif
