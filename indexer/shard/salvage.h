/* A damaged database -> the articles whose stored passages are all whole. */
#ifndef INDEXER_SALVAGE_H
#define INDEXER_SALVAGE_H

#include <palpate/status.h>
#include <xapian-c/xapian-c.h>

#include "indexer/article.h"

/* Takes an article as it was indexed; what it points to lives until the next one. */
typedef palpate_status salvage_article(void *user, const struct article *article,
        palpate_view url, palpate_error *err);

/* What could not be read. */
struct salvage_loss {
    uint64_t articles; /* of which a passage is whole and another one is not */
    uint64_t passages; /* that cannot be read themselves */
};

/* Gives all articles of the database at `path` that are whole to `each`, in the order
   in which they are stored. Fails only as `each` does, or with PALPATE_NO_MEMORY. */
palpate_status salvage_articles(struct salvage_loss *loss, xc_database *database,
        const char *path, salvage_article *each, void *user, palpate_error *err);

#endif
