/* Folders, files and streams -> pages, one after another. */
#ifndef INDEXER_SOURCE_H
#define INDEXER_SOURCE_H

#include <palpate/indexer.h>

#include "core/arena.h"
#include "indexer/source/page_rules.h"
#include "indexer/source/source_page.h"

struct source_list;

/* Lists the files of all sources, sorted, and opens the streams.  Of `options` count
   follow_links, the patterns, sitemaps and robots, base_url for these two, and the
   root, from which paths start; without it that is the deepest folder that holds all
   sources. PALPATE_BAD_ARGUMENT names what is no pattern, PALPATE_REFUSED a source that
   does not exist, that is no kind of source or that does not lie below the root. */
palpate_status source_open(struct source_list **out, const char *const *sources,
        size_t count, const palpate_index_options *options, source_report *report,
        void *user, palpate_error *err);
void source_close(struct source_list *list);

/* The folder from which the paths of files start, without a slash at its end; data is
   NULL where there are no files. */
palpate_view source_root_of(const struct source_list *list);

/* What decides which pages are taken, and has counted them. */
const struct page_rules *source_rules(const struct source_list *list);

/* Adds pages in memory to the list, which have a url and bytes; of several of one url
   the last counts.  They are borrowed. */
void source_add_pages(
        struct source_list *list, const struct source_page *pages, size_t count);

/* Lets the list be not all that there is: any page may still exist, and a file below
   the root that is not in the list is found where it lies. */
void source_keep_others(struct source_list *list);

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

/* The file at `*place` of the list or after, streams left out; moves `*place` after
   it.  False at the end. */
bool source_file_at(
        const struct source_list *list, size_t *place, struct source_page *page);

/* The file `id` of the list; false where there is none, as for a page of a stream. */
bool source_file_of(
        const struct source_list *list, palpate_view id, struct source_page *page);

/* The next page; false at the end.  Strings live in `arena`.  A line that is no page is
   reported and skipped.  One thread at a time. */
bool source_next(
        struct source_list *list, struct arena *arena, struct source_page *page);

#endif
