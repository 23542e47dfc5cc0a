/* Names that authors give to the parts of a page -> what parts they are. */
#ifndef INDEXER_VOCABULARY_H
#define INDEXER_VOCABULARY_H

#include <stdint.h>

#include "indexer/tree.h"

/* X(name): what a class, id or role says of an element. */
#define VOCABULARY_GROUPS(X) \
    X(NAVIGATION)            \
    X(HEADER)                \
    X(FOOTER)                \
    X(SIDEBAR)               \
    X(COMMENT)               \
    X(RELATED)               \
    X(SHARE)                 \
    X(ADVERT)                \
    X(DIALOG)                \
    X(SIGNUP)                \
    X(FORM)                  \
    X(BYLINE)                \
    X(BIOGRAPHY)             \
    X(CRUMBS)                \
    X(TAGS)                  \
    X(UNSEEN)                \
    X(LEGAL)                 \
    X(BUTTON)                \
    X(CARD)                  \
    X(GALLERY)               \
    X(CONTENT)               \
    X(TITLE)                 \
    X(CONTENTS)              \
    X(ANSWERS)               \
    X(PRODUCT)               \
    X(QUOTE)                 \
    X(CAPTION)               \
    X(POST)                  \
    X(HERO)                  \
    X(WIDGET)                \
    X(EMBED)

enum vocabulary_group {
#define VOCABULARY_MEMBER(name) GROUP_##name,
    VOCABULARY_GROUPS(VOCABULARY_MEMBER)
#undef VOCABULARY_MEMBER
            GROUP_COUNT
};

/* A set of groups, bit by bit. */
#define GROUP_BIT(group) (UINT32_C(1) << (group))

/* What the class, the id and the role of an element say.  An id counts only where its
   words name a part, as a class does: ids of headings are made from their text. */
uint32_t vocabulary_groups(const struct node *node);

#endif
