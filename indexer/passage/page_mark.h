/* A block of a page that was made of a PDF -> the page of it, as viewers take it in an
   address. */
#ifndef INDEXER_PAGE_MARK_H
#define INDEXER_PAGE_MARK_H

#include "indexer/content/content.h"

/* "page=3", if that is the id of the element of a block; else empty. */
palpate_view page_mark_of(const struct content *content, uint32_t block);

#endif
