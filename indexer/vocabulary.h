/* The words of classes, ids and roles -> what an element probably is. */
#ifndef INDEXER_VOCABULARY_H
#define INDEXER_VOCABULARY_H

#include <palpate/view.h>
#include <stdbool.h>

#include "indexer/tree.h"

enum element_hint {
    HINT_NONE = 0,
    HINT_CONTENT = 1 << 0,     /* entry-content, articleBody, … */
    HINT_BOILERPLATE = 1 << 1, /* menu, share, cookie, related, … */
    HINT_COMMENTS = 1 << 2,    /* readers' comments */
    HINT_BYLINE = 1 << 3,      /* author and date of the article */
    HINT_HIDDEN = 1 << 4       /* not shown, or not to be shown in results */
};

/* What an element's tag, role, class and id say of it, of enum element_hint. */
unsigned vocabulary_hints(const struct node *node);

#endif
