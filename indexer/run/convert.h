/* The bytes of a file that is no page, such as a PDF -> HTML, by the filter of the
   options. */
#ifndef INDEXER_CONVERT_H
#define INDEXER_CONVERT_H

#include <palpate/indexer.h>

#include "core/buffer.h"
#include "indexer/source/source_page.h"

/* Puts what the filter makes of the loaded bytes of `page` in their place; it lives in
   `html`.  Nothing happens to a page that needs no filter.  Text becomes paragraphs, at
   its blank lines.  PALPATE_BAD_INPUT, with the reason, for what cannot be read, is
   larger than a page may be or has no filter; PALPATE_NO_MEMORY. */
palpate_status convert_page(struct source_page *page, struct buffer *html,
        const palpate_index_options *options, palpate_error *err);

#endif
