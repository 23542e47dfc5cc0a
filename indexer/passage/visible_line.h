/* A line of a passage -> where the page shows it. */
#ifndef INDEXER_VISIBLE_LINE_H
#define INDEXER_VISIBLE_LINE_H

#include <palpate/view.h>
#include <stdbool.h>
#include <stddef.h>

#include "indexer/passage/visible_text.h"

/* Bytes of the text that the page shows. */
struct visible_extent {
    size_t start;
    size_t end;
};

/* Where the first character stands from `place` on that is no white space. */
size_t visible_line_start(palpate_view text, size_t place);

/* Where `line`, of a passage, stands in the page's text from `place` on, white space,
   what is of no block and the signs that blocks put between cells aside; false where it
   is not there. */
bool visible_line_find(struct visible_extent *out, const struct visible_text *visible,
        palpate_view line, size_t place);

#endif
