/* The bytes of a sitemap (sitemaps.org) -> the addresses that it lists. */
#ifndef INDEXER_SITEMAP_READ_H
#define INDEXER_SITEMAP_READ_H

#include <palpate/status.h>
#include <palpate/view.h>
#include <stdbool.h>

#include "core/arena.h"

struct sitemap_entry {
    palpate_view url;     /* a whole address of http or https */
    palpate_view changed; /* its lastmod, as written; or empty */
};

struct sitemap_text {
    struct sitemap_entry *entries;
    size_t count;
    size_t room;
    bool is_index; /* they are other sitemaps, and not pages */
};

/* Reads XML (a urlset, or a sitemapindex) or text with an address a line.  What is no
   whole address is passed over in XML.  Only the elements that the protocol has count:
   an address of an image is none of a page.  All lives in `arena`.  PALPATE_BAD_INPUT
   for what is no sitemap, is cut or lists nothing; PALPATE_NO_MEMORY. */
palpate_status sitemap_read(struct sitemap_text *out, struct arena *arena,
        palpate_view bytes, palpate_error *err);

#endif
