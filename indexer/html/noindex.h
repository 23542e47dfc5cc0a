/* Comments of a page -> which of its text it asks to leave out of searches. */
#ifndef INDEXER_NOINDEX_H
#define INDEXER_NOINDEX_H

#include <palpate/view.h>

enum noindex_switch {
    NOINDEX_NONE, /* the comment says nothing of searches */
    NOINDEX_STARTS,
    NOINDEX_ENDS
};

/* What a comment says: "htdig_noindex" and "/htdig_noindex", "googleoff: all" and
   "googleon: all" and others like them, white space and case aside. */
enum noindex_switch noindex_read(palpate_view comment);

#endif
