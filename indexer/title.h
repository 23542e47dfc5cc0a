/* What a page calls itself in several places -> the article's title. */
#ifndef INDEXER_TITLE_H
#define INDEXER_TITLE_H

#include <palpate/view.h>
#include <stdint.h>

enum { TITLE_HEADINGS = 4 /* of the first level that are looked at */ };

struct title_sources {
    palpate_view document;        /* <title> */
    palpate_view shared;          /* og:title and its like */
    palpate_view headline;        /* of JSON-LD */
    palpate_view site;            /* the site's name, where it is known */
    const palpate_view *headings; /* of the first level, as on the page */
    uint32_t heading_count;
};

/* The heading that agrees with the document's title, in the heading's words; else that
   title without the site's name.  One of the sources, or a part of one. */
palpate_view title_choose(const struct title_sources *sources);

#endif
