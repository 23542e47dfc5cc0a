/* An element that may hold the article, and what is seen of it. */
#ifndef INDEXER_REGION_H
#define INDEXER_REGION_H

#include <palpate/view.h>
#include <stdint.h>

/* X(name): shares are percent of the page's, prose and words are counts.  UP is the
   smallest region around it, a child one that it holds. */
#define REGION_TRAITS(X)                                                             \
    X(TITLE)       /* 0 no heading says the title, 1 one of it does, 2 one before    \
                      it, 3 one after it */                                          \
    X(TITLE_WORDS) /* between the title and its first block, or before the           \
                      title inside */                                                \
    X(H1)          /* the same of the first heading of level 1 */                    \
    X(H1_WORDS)                                                                      \
    X(PROSE_SHARE)                                                                   \
    X(WORDS_SHARE)                                                                   \
    X(OF_UP) /* percent of the prose of UP */                                        \
    X(WORDS_OF_UP)                                                                   \
    X(LARGEST_CHILD)    /* percent of its prose in it */                             \
    X(SIBLING_CHILDREN) /* percent of its prose in children alike */                 \
    X(DENSITY)          /* percent of its words in prose */                          \
    X(LINKS)                                                                         \
    X(LENGTH) /* mean words of a block */                                            \
    X(BLOCKS)                                                                        \
    X(LONG) /* blocks of many words */                                               \
    X(HEADINGS)                                                                      \
    X(LINKED_HEADINGS)                                                               \
    X(ELLIPSES)                                                                      \
    X(DATES)                                                                         \
    X(NOTICES)        /* blocks that ask for a click, a comment, an address */       \
    X(ELLIPSIS_SHARE) /* texts that break off, percent of its prose's blocks */      \
    X(LINKED_SHARE)   /* headings that are links, percent of the headings */         \
    X(DATE_SHARE)     /* dates, percent of its blocks */                             \
    X(NOTICE_SHARE)                                                                  \
    X(TITLE_PROSE) /* words of prose between the title and it, -1 inside */          \
    X(OTHER_NAMES) /* percent of its prose in what is named as a list of             \
                      comments, a sidebar or the like */                             \
    X(BETTER)   /* the prose of the largest region between the title and it, percent \
                   of its own */                                                     \
    X(ARTICLES) /* article elements in it */                                         \
    X(SIBLINGS)                                                                      \
    X(WORDS_BEFORE)                                                                  \
    X(PROSE_BEFORE)                                                                  \
    X(PROSE_AFTER)                                                                   \
    X(DESCRIPTION) /* 0 none, 1 begins in it, 2 elsewhere, 3 nowhere */              \
    X(BODY)        /* the same of the text of its JSON-LD */                         \
    X(CLAIMS)      /* enum page_claim */                                             \
    X(IS_ARTICLE)                                                                    \
    X(IS_MAIN)                                                                       \
    X(IS_BODY) /* itemprop articleBody */                                            \
    X(IN_ARTICLE)                                                                    \
    X(IN_MAIN)                                                                       \
    X(IN_BODY)                                                                       \
    X(IN_ASIDE)                                                                      \
    X(IN_BOILERPLATE) /* header, footer, nav */                                      \
    X(IS_CONTENT)                                                                    \
    X(IS_POST)                                                                       \
    X(IS_COMMENT)                                                                    \
    X(IS_SIDEBAR)                                                                    \
    X(IS_RELATED)                                                                    \
    X(IS_WIDGET)                                                                     \
    X(IS_CARD)                                                                       \
    X(IS_BOILERPLATE) /* navigation, header, footer */                               \
    X(IS_NOTICE)      /* signup, dialog, legal, advert, form */                      \
    X(IS_TEASER)      /* hero, title, byline, biography */                           \
    X(IN_CONTENT)                                                                    \
    X(IN_POST)                                                                       \
    X(IN_COMMENT)                                                                    \
    X(IN_SIDEBAR)                                                                    \
    X(IN_RELATED)                                                                    \
    X(IN_WIDGET)                                                                     \
    X(IN_CARD)                                                                       \
    X(HIDDEN)                                                                        \
    X(PAGE_ARTICLES)                                                                 \
    X(PAGE_LINKS)

enum region_trait {
#define REGION_TRAIT_MEMBER(name) REGION_##name,
    REGION_TRAITS(REGION_TRAIT_MEMBER)
#undef REGION_TRAIT_MEMBER
            REGION_TRAIT_COUNT
};

enum { MAX_REGIONS = 160, REGION_NONE = UINT16_MAX };

/* An element and all that it holds.  `node` is the innermost one that holds it all,
   `top` the outermost. */
struct region {
    uint32_t node;
    uint32_t top;
    uint32_t first; /* its blocks, from this one on */
    uint32_t end;   /* ... up to this one */
    uint32_t prose; /* words of it */
    uint16_t up;    /* the smallest region around it, or REGION_NONE */
    float chance;   /* that it is the article, of all regions of the page */
    int16_t traits[REGION_TRAIT_COUNT];
};

/* What a page says of its article; empty where it does not. */
struct region_hints {
    palpate_view title;
    palpate_view description;
    palpate_view body; /* of its JSON-LD */
};

/* The regions of a page in the order of their elements. */
struct regions {
    struct region *items;
    uint32_t count;
    uint32_t best;  /* the one that is the article, or `count` where there is none */
    uint32_t rival; /* the next best of which most lies elsewhere, or `count` */
    /* Blocks, or the count of blocks where there is none: */
    uint32_t title;     /* the heading that says the title */
    uint32_t described; /* the one in which the description begins */
};

#endif
