/* The patterns of a run -> which pages of its sources it takes. */
#ifndef INDEXER_PAGE_RULES_H
#define INDEXER_PAGE_RULES_H

#include <palpate/indexer.h>

#include "core/arena.h"

struct page_rules {
    struct page_rule *rules; /* those that include, then those that exclude */
    size_t include_count;
    size_t count;
    uint64_t excluded; /* pages that were not taken */
};

/* Reads the patterns of the options.  One that is empty counts for nothing.
   PALPATE_BAD_ARGUMENT names one that is no pattern. */
palpate_status page_rules_open(struct page_rules *rules, struct arena *arena,
        const palpate_index_options *options, palpate_error *err);

/* Whether a page is taken: some pattern includes it, or none includes anything, and
   none excludes it.  If not, `*why` says so.  `path` is that of a file from the root.
 */
bool page_rules_take_file(
        struct page_rules *rules, palpate_view path, const char **why);

/* Whether what lies at this path is excluded.  Of a file of many pages and of a folder
   that alone is asked: what is included is said of pages. */
bool page_rules_exclude(
        struct page_rules *rules, palpate_view path, bool is_folder, const char **why);

/* The same of a page of a stream, by its address or the path of it: as if a server had
   that of a file, of which an address of a folder is that of its index.html. */
bool page_rules_take_url(struct page_rules *rules, palpate_view url, const char **why);

/* The pattern at `*place` or after that no page has matched, or NULL. */
const char *page_rules_unused(const struct page_rules *rules, size_t *place);

#endif
