/* An article -> one line of JSON. */
#ifndef INDEXER_EXTRACT_JSON_H
#define INDEXER_EXTRACT_JSON_H

#include <palpate/status.h>

#include "core/buffer.h"
#include "indexer/article.h"

/* Appends {"id","url","title","byline","date","language","text","passages":[…]} and
   '\n'. PALPATE_NO_MEMORY. */
palpate_status extract_json(struct buffer *out, palpate_view id, palpate_view url,
        const struct article *article, palpate_error *err);

#endif
