/* Sitemaps -> which pages belong to the site, their addresses and when they changed. */
#ifndef INDEXER_SITEMAP_H
#define INDEXER_SITEMAP_H

#include <palpate/status.h>

#include "indexer/source/sitemap_read.h"

struct sitemap {
    struct sitemap_page *pages; /* in the order of their keys */
    size_t count;
};

/* Reads sitemap files, also with .gz.  The sitemaps that an index of sitemaps names are
   looked for beside it, by the last part of their addresses.  An empty name counts for
   nothing.  PALPATE_REFUSED with the file and the reason; PALPATE_NO_MEMORY. */
palpate_status sitemap_open(struct sitemap *out, struct arena *arena,
        const char *const *files, size_t count, palpate_error *err);

/* What is said of the page at an address, or NULL: the path has to be the same, but for
   escapes, an index.html, an .html and a slash at its end; and so has a query, and the
   site if the address has one. */
const struct sitemap_entry *sitemap_of_address(
        const struct sitemap *map, palpate_view address);

/* The same of an address without a host, "/knee/", which may also start with a folder
   that is called as the host: "/clinic.example/knee/". */
const struct sitemap_entry *sitemap_of_path(
        const struct sitemap *map, palpate_view path);

/* Notes that a page came for an entry, and counts those for which none came; `*first`
   is one of these. */
void sitemap_note_used(struct sitemap *map, const struct sitemap_entry *entry);
size_t sitemap_unused(const struct sitemap *map, palpate_view *first);

#endif
