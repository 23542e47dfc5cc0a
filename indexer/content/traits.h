/* A block among its neighbours -> numbers that the second look asks about. */
#ifndef INDEXER_TRAITS_H
#define INDEXER_TRAITS_H

#include <stdint.h>

#include "indexer/content/context.h"

/* X(name): shares are percent, scores are hundredths.  Links are a share of the text,
   prose of the page's prose or, where it says so, of the words; length is the mean of a
   block's words.  SAME_NAMES are the blocks whose elements have the same names. Nothing
   tells one page from all others, such as its length: trees would learn pages by heart.
 */
#define TRAITS(X)                                                             \
    /* its text */                                                            \
    X(WORDS)                                                                  \
    X(LINKS)                                                                  \
    X(CAPITALS)    /* letters */                                              \
    X(CAPITALIZED) /* words */                                                \
    X(FUNCTION)    /* words */                                                \
    X(SENTENCES)                                                              \
    X(ENDING) /* 1 as a sentence, 2 a colon, 3 a question mark */             \
    X(KIND)   /* enum block_kind */                                           \
    X(LEVEL)                                                                  \
    X(SORT) /* enum context_sort */                                           \
    /* the elements around it */                                              \
    X(PARENT_LINKS)                                                           \
    X(PARENT_WORDS)                                                           \
    X(GRAND_LINKS)                                                            \
    X(GREAT_LINKS)                                                            \
    X(GREAT_WORDS)                                                            \
    X(GREAT_LENGTH)                                                           \
    X(GROUP_WORDS)                                                            \
    X(GROUP_LINKS)                                                            \
    X(GROUP_LENGTH)                                                           \
    X(SECTION_LINKS)                                                          \
    X(SECTION_LENGTH)                                                         \
    X(SECTION_PROSE) /* of its words */                                       \
    X(BRANCH_WORDS)                                                           \
    X(BRANCH_LINKS)                                                           \
    X(BRANCH_LENGTH)                                                          \
    X(BRANCH_PROSE)                                                           \
    X(BRANCH_BLOCKS)                                                          \
    X(MAIN_PROSE)                                                             \
    X(ARTICLE_PROSE)                                                          \
    X(MAIN_PART_DISTANCE)                                                     \
    X(MAIN_PART_DEPTH)                                                        \
    X(SIBLINGS)                                                               \
    X(SAME_NAMES_BLOCKS)                                                      \
    X(SAME_NAMES_WORDS) /* of the page's words */                             \
    X(SAME_NAMES_PROSE)                                                       \
    X(SAME_NAMES_LINKS)                                                       \
    /* where it stands */                                                     \
    X(AFTER_H1)                                                               \
    X(AFTER_MAIN_PART_FIRST)                                                  \
    X(AFTER_MAIN_PART_LAST)                                                   \
    X(INSIDE)       /* percent, the chance of the regions that hold it */     \
    X(REGION_FIRST) /* blocks from the first of the likeliest region */       \
    X(REGION_LAST)                                                            \
    X(AFTER_TITLE)   /* blocks from the heading that says the title */        \
    X(REGION_CHANCE) /* percent */                                            \
    X(RIVAL_CHANCE)                                                           \
    X(WORDS_BEFORE) /* percent of the page's */                               \
    X(PROSE_BEFORE)                                                           \
    X(HEADING_DISTANCE) /* to the last heading */                             \
    X(HEADING_LEVEL)                                                          \
    /* the page */                                                            \
    X(PAGE_PROSE_SHARE) /* of its words */                                    \
    X(PAGE_LINKS)                                                             \
    X(PAGE_MAIN_PART) /* of its prose */                                      \
    X(PAGE_CLAIMS)    /* enum page_claim */                                   \
    X(PAGE_ARTICLES)                                                          \
    /* what the first look thinks of it and of its neighbours */              \
    X(OWN)                                                                    \
    X(PREVIOUS)                                                               \
    X(PREVIOUS_BUT_ONE)                                                       \
    X(NEXT)                                                                   \
    X(NEXT_BUT_ONE)                                                           \
    X(HEADING) /* the last one */                                             \
    X(GROUP)                                                                  \
    X(BRANCH)                                                                 \
    X(SAME_NAMES)                                                             \
    X(WINDOW)        /* six blocks to each side */                            \
    X(LIKELY_WORDS)  /* of the article */                                     \
    X(LIKELY_PROSE)  /* percent of them in blocks of prose */                 \
    X(LIKELY_BEFORE) /* percent of them before it */                          \
    X(SURE_FIRST)    /* blocks from the first that is surely the article's */ \
    X(SURE_LAST)

enum trait {
#define TRAIT_MEMBER(name) TRAIT_##name,
    TRAITS(TRAIT_MEMBER)
#undef TRAIT_MEMBER
            TRAIT_COUNT
};

enum { TRAIT_NOTHING = INT16_MIN /* there is no such neighbour */ };

struct traits {
    int16_t of[TRAIT_COUNT];
};

void traits_read(struct traits *out, const struct context *context, uint32_t number);

#endif
