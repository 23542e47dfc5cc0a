/* A passage of an article -> its record. */
#ifndef INDEXER_STORED_PASSAGE_H
#define INDEXER_STORED_PASSAGE_H

#include "core/buffer.h"
#include "core/impact.h"
#include "indexer/article.h"

/* Where an article is in an index: its address and the key of that. */
struct article_place {
    palpate_view url;
    uint64_t key;
};

/* Appends the record of the passage `ordinal`, of which `lengths` words are indexed. A
   failure is that of the buffer. */
void stored_passage_write(struct buffer *out, const struct article *article,
        uint32_t ordinal, struct article_place place, struct field_counts lengths);

#endif
