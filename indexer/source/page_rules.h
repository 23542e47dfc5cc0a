/* The patterns, sitemaps and robots.txt of a run -> which pages of its sources it
 * takes.
 */
#ifndef INDEXER_PAGE_RULES_H
#define INDEXER_PAGE_RULES_H

#include <palpate/indexer.h>

#include "core/arena.h"
#include "indexer/source/robots.h"
#include "indexer/source/sitemap.h"
#include "indexer/source/source_page.h"

enum { RULE_WHY = 160 };

struct page_rules {
    struct page_rule *rules; /* those that include, then those that exclude */
    size_t include_count;
    size_t count;
    uint64_t excluded; /* pages that were not taken */
    struct sitemap sitemap;
    struct robots robots;
    const char *base;   /* comes before the path of a file */
    char why[RULE_WHY]; /* a page is left out by robots.txt */
};

/* Reads the patterns of the options, and the files that they name.  What is empty
   counts for nothing.  PALPATE_BAD_ARGUMENT names what is no pattern, PALPATE_REFUSED a
   file that cannot be read. */
palpate_status page_rules_open(struct page_rules *rules, struct arena *arena,
        const palpate_index_options *options, palpate_error *err);

/* What is known of a page that is taken, or why it is not. */
struct page_pass {
    const struct sitemap_entry *listed; /* by a sitemap, or NULL */
    const char *why;                    /* until the next page is asked for */
};

/* Whether a page is taken: some pattern includes it, or none includes anything, none
   excludes it, a sitemap lists it, or there is none, and robots.txt lets it be.  `path`
   is that of a file from the root. */
bool page_rules_take_file(
        struct page_rules *rules, palpate_view path, struct page_pass *pass);

/* What a sitemap says of a file, or NULL. */
const struct sitemap_entry *page_rules_listed(
        const struct page_rules *rules, palpate_view path);

/* Whether what lies at this path is excluded.  Of a file of many pages and of a folder
   that alone is asked: what is included is said of pages. */
bool page_rules_exclude(
        struct page_rules *rules, palpate_view path, bool is_folder, const char **why);

/* The same of a page of a stream, by its address or the path of it: as if a server had
   that of a file, of which an address of a folder is that of its index.html. */
bool page_rules_take_url(
        struct page_rules *rules, palpate_view url, struct page_pass *pass);

/* Adds to a page what a sitemap says of it, or NULL.  Another day of a file's last
   change is another time of the file, which then is read again. */
void page_rules_note(struct source_page *page, const struct sitemap_entry *listed);

/* The pattern at `*place` or after that no page has matched, or NULL; at the end. */
const char *page_rules_unused(const struct page_rules *rules, size_t *place);

/* Says why no page came: they are excluded, or there are none.  PALPATE_REFUSED. */
palpate_status page_rules_refuse_empty(
        const struct page_rules *rules, palpate_error *err);

#endif
