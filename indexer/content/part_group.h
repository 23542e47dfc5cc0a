/* The parts of a page that classes, ids and roles name. */
#ifndef INDEXER_PART_GROUP_H
#define INDEXER_PART_GROUP_H

#include <assert.h>
#include <stdint.h>

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

static_assert(GROUP_COUNT <= 32, "a set of groups is one number");

/* A set of groups, bit by bit. */
#define GROUP_BIT(group) (UINT32_C(1) << (group))

#endif
