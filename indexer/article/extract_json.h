/* An article -> one line of JSON. */
#ifndef INDEXER_EXTRACT_JSON_H
#define INDEXER_EXTRACT_JSON_H

#include <palpate/status.h>

#include "core/buffer.h"
#include "indexer/article.h"

/* What tells a line from others. */
struct extract_origin {
    palpate_view id; /* no other line of the run has it */
    palpate_view url;
    palpate_view source; /* the file that the page was read from */
};

/* Appends {"id","url","source","title","byline","date","language",
   "language_source","text",
   "passages":[…]} and '\n'. PALPATE_NO_MEMORY. */
palpate_status extract_json(struct buffer *out, const struct extract_origin *origin,
        const struct article *article, palpate_error *err);

#endif
