/* The title of an article -> what it names, as it may be listed from A to Z. */
#ifndef QUERY_TOPIC_HEAD_H
#define QUERY_TOPIC_HEAD_H

#include <palpate/view.h>
#include <stdbool.h>

#include "core/stemming.h"

/* The title without what explains it: "Frozen shoulder" of "Frozen shoulder: what
   helps" and of "Frozen shoulder (capsulitis)".  Borrows the title. */
palpate_view topic_head(palpate_view title);

/* Whether a head is a name by itself: a few words that ask nothing, count nothing, and
   are not of the site rather than its subject ("Welcome").  `key` is its
   completion_key(); NULL is the language of English. */
bool topic_head_names(
        palpate_view head, palpate_view key, const struct stemming *language);

/* A key without the articles and other stop words in front: "The rotator cuff" is
   listed below R. */
palpate_view topic_sort_key(palpate_view key, const struct stemming *language);

#endif
