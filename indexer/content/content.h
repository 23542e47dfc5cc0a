/* Which blocks of a page are the article, and why. */
#ifndef INDEXER_CONTENT_H
#define INDEXER_CONTENT_H

#include <palpate/view.h>
#include <stdint.h>

#include "indexer/content/landscape.h"

/* What a block is to the article. */
enum content_verdict {
    CONTENT_DROPPED,  /* menus, boxes, bylines, … */
    CONTENT_COMMENT,  /* of a reader */
    CONTENT_DOUBTFUL, /* perhaps of the article: found, but with a low weight */
    CONTENT_KEPT
};

/* Why a verdict is not what the score says. */
enum content_reason {
    CONTENT_BY_SCORE,
    CONTENT_AS_ASKED,     /* the page asks to leave it out of searches */
    CONTENT_AS_REPEATED,  /* says again what stands above */
    CONTENT_AS_ADVERT,    /* a label of advertising */
    CONTENT_AS_COMMENT,   /* of a list of readers' comments */
    CONTENT_AS_TAIL,      /* follows an article: other offers, its author, a notice */
    CONTENT_AS_REPLACED,  /* the page tells search engines a text that it does not show
                           */
    CONTENT_FROM_JSON_LD, /* this is of that text */
    CONTENT_OF_DOCUMENT   /* a filter made the page of a document, which has no menus */
};

struct content {
    struct landscape land;
    palpate_view title; /* text of the page's <title> */
    uint8_t *verdict;   /* of each block, enum content_verdict */
    uint8_t *reason;    /* of each block, enum content_reason */
    bool *is_shared;    /* of each block: it stands on many pages of the site */
    float *own; /* of each block: the logarithm of the odds that it is the article's by
                   what is seen of it alone */
    float *score;  /* … and by what is thought of its neighbours */
    float *chance; /* of each block: the probability of that, less what is taken off
                      blocks that are no paragraphs */
    bool *is_paragraph; /* of each block: it is a paragraph of the article */
    float limit;        /* the least probability of a block that is kept */
};

/* Finds the paragraphs of the article by where they are: prose of a dozen words that
   the article's region holds as likely as not, and neither a caption nor a byline nor a
   notice.  The last of more than three is none, as it may be about the site. */
void content_find_paragraphs(struct content *content);

/* The probability that a block with this score is the article's, 0 to 1. */
float content_probability(float score);

/* Makes the chances of the scores. */
void content_weigh_chances(struct content *content);

#endif
