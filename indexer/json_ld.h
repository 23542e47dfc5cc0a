/* JSON-LD in a page -> what it says of the article. */
#ifndef INDEXER_JSON_LD_H
#define INDEXER_JSON_LD_H

#include "core/arena.h"
#include "indexer/tree.h"

/* Empty where it says nothing. */
struct json_ld {
    palpate_view headline;
    palpate_view author;
    palpate_view published;
    palpate_view modified;
    palpate_view description;
    palpate_view language;
    palpate_view image;
    palpate_view site;
    palpate_view reviewer;
    palpate_view reviewed;
};

/* Reads every script of type application/ld+json; graphs and lists are walked, the
   first thing that is an article counts.  What is no JSON is passed over.  Lives in
   `arena`; false when memory is out. */
bool json_ld_read(struct json_ld *out, struct arena *arena, const struct tree *tree);

#endif
