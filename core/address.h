/* The path of a file below its sources -> the address at which a server has it; and
   what an address says: its host, its site, and whether it is another one's. */
#ifndef CORE_ADDRESS_H
#define CORE_ADDRESS_H

#include <palpate/view.h>
#include <stdbool.h>
#include <stdint.h>

#include "core/arena.h"

/* `path` as part of an address: bytes that may not stand there are percent-encoded, and
   an index page is addressed as its folder.  `base` comes before it, or is NULL: then
   the address is relative.  Lives in `arena`; data is NULL when memory is out. */
palpate_view address_of_path(struct arena *arena, const char *base, palpate_view path);

/* A key of the place that an address names on whatever site: of its path without query,
   escapes, "index.html" and a slash at its end; with `bare` also without ".html", as
   servers have it.  An address that is relative starts at `from`, or at the root. */
uint64_t address_spot(palpate_view address, palpate_view from, bool bare);

/* Whether `address`, as a page at `own` names it, leads to that page again. */
bool address_leads_back(palpate_view address, palpate_view own);

/* "example.org" of "https://example.org/page", else empty. */
palpate_view address_host(palpate_view url);

/* "https://example.org" of "https://example.org/page"; all of what has no host. */
palpate_view address_origin(palpate_view url);

enum { ADDRESS_SITE = 245 };

/* The site of an address, as the index and its filters name it: the host, written into
   `out` in lower case, without "www." and port; empty if there is none. */
palpate_view address_site(palpate_view url, char out[ADDRESS_SITE]);

#endif
