/* What a page calls itself here and there -> every title it may have, each once. */
#ifndef INDEXER_TITLE_CANDIDATES_H
#define INDEXER_TITLE_CANDIDATES_H

#include <assert.h>
#include <stdint.h>

#include "indexer/metadata/headings.h"
#include "indexer/metadata/statements.h"
#include "indexer/metadata/title_text.h"

enum {
    TITLE_CANDIDATES = 160,
    TITLE_SIZE = 500 /* bytes; longer is none */
};

/* Where titles come from; all but headings are told to others than readers. */
enum title_source {
    SOURCE_HEAD,     /* <title> */
    SOURCE_PROPERTY, /* og:title */
    SOURCE_CARD,     /* twitter:title */
    SOURCE_META,     /* dc.title and the like */
    SOURCE_ARTICLE,  /* JSON-LD, of an article */
    SOURCE_PAGE,     /* JSON-LD, of a page */
    SOURCE_THING,    /* JSON-LD, of a product, a course and the like */
    SOURCE_H1,
    SOURCE_H2,
    SOURCE_H3,
    SOURCE_COUNT
};

/* Sources that are cut alike. */
enum title_group {
    TITLE_GROUP_HEAD,
    TITLE_GROUP_TOLD,
    TITLE_GROUP_HEADING,
    TITLE_GROUP_COUNT
};

/* Which parts of a title a cut of it is. */
enum title_cut {
    CUT_FIRST,  /* the first */
    CUT_FRONT,  /* more of the first */
    CUT_REST,   /* all but the first, or but some of the first */
    CUT_LAST,   /* the last of three or more */
    CUT_MIDDLE, /* others */
    CUT_SITE,   /* all but the name of the site; it is one of the others, too */
    CUT_COUNT
};

static_assert(SOURCE_COUNT <= 32 && CUT_COUNT <= 32, "sets of them are one number");

struct title_candidate {
    palpate_view text;
    uint64_t hash;
    struct title_words words;
    uint32_t whole; /* bit by bit, enum title_source that say just this */
    uint32_t cuts[TITLE_GROUP_COUNT]; /* enum title_cut, of titles that say this and
                                         more */
    uint32_t joints;                  /* enum title_joint where they are cut */
    bool ends_in_site; /* its last part is the name of the site or of a section */
    bool is_tail;      /* the end of <title>, where it names the site or a section */
    bool ends_h1;      /* a longer heading of the first level ends with it */
    bool is_longer;    /* it is such a heading */
    bool is_cut_short; /* a part of a title without more than the name of its site */
    const struct heading *heading; /* the first that says just this, or NULL */
    uint32_t rank;                 /* of that among those of its level, from 1 */
    uint32_t times;                /* headings of the first level that say it */
};

struct title_list {
    struct title_candidate items[TITLE_CANDIDATES];
    uint32_t count;
};

/* What is known of the site. */
struct title_site {
    const struct statements *statements;
    palpate_view host;
};

bool title_is_site(const struct title_site *site, palpate_view part);

/* What one source says, without cuts; empty where it is silent or too long. */
palpate_view title_told(const struct statements *statements, enum title_source source);

void title_list_candidates(struct title_list *list, const struct title_site *site,
        const struct headings *headings);

#endif
