/* JSON-LD in a page -> what it states of the article. */
#ifndef INDEXER_JSON_LD_H
#define INDEXER_JSON_LD_H

#include "indexer/html/tree.h"
#include "indexer/metadata/statements.h"

/* Reads every script of type application/ld+json: lists, graphs, what a page calls its
   main entity, and references between them by @id.  The first thing of a kind counts;
   comments, ratings and lists of other pages are not looked at.  What is no JSON is
   skipped. */
void json_ld_read(struct statements *statements, const struct tree *tree);

/* Whether a type of schema.org, with or without its address, is an article or a page.
 */
bool json_ld_is_work(palpate_view type);

#endif
