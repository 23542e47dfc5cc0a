/* Pages and the addresses that they claim -> the address that each of them has. */
#ifndef INDEXER_PLACING_H
#define INDEXER_PLACING_H

#include <palpate/status.h>

#include "indexer/shard/catalog.h"

/* Whether of two pages that would have the address with the key `address` it is `a`
   that has it: a copy gives way, then what does not lie there, then what has less text,
   then the later id.  The one place where this is decided. */
bool page_precedes(
        const struct catalog_entry *a, const struct catalog_entry *b, uint64_t address);

/* Fills `belongs` of each page: the key of its address, or 0 where another page has
   that, which `keeper` then names.  A page is believed that it is at the address that
   it claims where the contents agree: it lies there; or what lies there, and whatever
   else claims it, says the same.  All others are where they lie.  The same whatever the
   order of `pages`, which is changed.  PALPATE_NO_MEMORY. */
palpate_status placing_decide(
        struct catalog_entry **pages, size_t count, palpate_error *err);

/* Whether a page is part of that: it has a text, and an address or none left for it. */
bool placing_counts(const struct catalog_entry *page);

/* For people: a page claims an address and is not believed; NULL where it is.  Once
   that is decided. */
const char *placing_doubt(const struct catalog_entry *page);

#endif
