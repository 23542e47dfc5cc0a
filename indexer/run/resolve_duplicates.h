/* The pages of a fresh build -> one for each address and each text. */
#ifndef INDEXER_RESOLVE_DUPLICATES_H
#define INDEXER_RESOLVE_DUPLICATES_H

#include "indexer/run/run.h"

/* A page that has an address, where it stands among the parts. */
struct indexed_page {
    struct catalog_entry entry;
    uint32_t part;
    uint32_t order; /* in the part */
    bool gives_way; /* to another one that says the same, but is still in its part */
};

/* Gives each page its address, for which a file may be read again with `reader`; takes
   the pages that give way out of their parts, of which there are `parts`, reports them,
   and counts those that stay, whichever threads read them.  Changes the order of
   `pages`. */
palpate_status resolve_duplicates(struct run *run, struct page_reader *reader,
        struct indexed_page *pages, size_t count, uint32_t parts, palpate_error *err);

#endif
