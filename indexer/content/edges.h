/* Verdicts -> the same where an article begins and ends: what stands right before and
   after its text, in boxes of its own. */
#ifndef INDEXER_EDGES_H
#define INDEXER_EDGES_H

#include <palpate/view.h>
#include <stdbool.h>

#include "indexer/content/content.h"

/* Keeps the introduction that stands under the only main heading, also in a box apart
   from the text, and a first paragraph in doubt; drops what follows the article under a
   heading of its own: who wrote it, other services, how to book, and the notice that it
   is no advice. */
void edges_settle(struct content *content);

/* Whether a line begins as what follows an article does: "Book now", "About the
   author". */
bool edges_begins_tail(palpate_view text);

#endif
