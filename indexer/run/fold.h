/* Pages -> which of them say what another one says, and give way to it. */
#ifndef INDEXER_FOLD_H
#define INDEXER_FOLD_H

#include <palpate/status.h>

#include "indexer/article.h"
#include "indexer/shard/catalog.h"

/* Fills what is compared of a page. */
void fold_describe(struct catalog_entry *entry, const struct article *article);

/* Fills what is compared of a page once it has the address `url`. */
void fold_put(
        struct catalog_entry *entry, const struct article *article, palpate_view url);

/* Whether the contents of two pages agree that they are one: the text has the same
   words in the same order; or the title has, and the texts are alike; of an AMP version
   it is enough that they are alike.  By itself that makes nothing one: pages of a
   template may be alike. */
bool fold_agrees(const struct catalog_entry *a, const struct catalog_entry *b);

/* Whether two pages are one: title and text have the same words in the same order; or
   one calls the other's address canonical or its AMP version, and the contents agree.
 */
bool fold_joins(const struct catalog_entry *a, const struct catalog_entry *b);

/* Fills `keeper` and `why` of each page: which one it gives way to, and for what
   reason; of the pages that are one, the best keeps its place.  The same whatever the
   order of `pages`, which is changed.  PALPATE_NO_MEMORY. */
palpate_status fold_decide(
        struct catalog_entry **pages, size_t count, palpate_error *err);

/* Writes why a page gives way, for the report of a run. */
enum { FOLD_WHY_SIZE = 512 };
void fold_write_why(char out[FOLD_WHY_SIZE], const struct catalog_entry *entry);

#endif
