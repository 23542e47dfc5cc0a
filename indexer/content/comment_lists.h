/* The verdicts on blocks -> lists of readers' comments decided as wholes. */
#ifndef INDEXER_COMMENT_LISTS_H
#define INDEXER_COMMENT_LISTS_H

#include "indexer/content/content.h"

/* Keeps no comment of a list, however much it reads as an article, where the whole list
   is unlikely one, or where an article stands before it.  In a forum what stands before
   the answers is the question, so there the first alone counts. */
void comment_lists_settle(struct content *content);

#endif
