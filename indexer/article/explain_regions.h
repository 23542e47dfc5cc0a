/* The regions of a page that may be its article -> lines that say why one is. */
#ifndef INDEXER_EXPLAIN_REGIONS_H
#define INDEXER_EXPLAIN_REGIONS_H

#include <stdbool.h>

#include "core/buffer.h"
#include "indexer/content/landscape.h"

/* Appends the likeliest regions, the best one first, each with its chance and what was
   seen of it; as HTML or as text. */
void explain_regions(struct buffer *out, const struct landscape *land, bool is_html);

#endif
