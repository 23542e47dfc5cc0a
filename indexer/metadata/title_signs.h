/* A title that a page may have, among the others -> what speaks for and against it. */
#ifndef INDEXER_TITLE_SIGNS_H
#define INDEXER_TITLE_SIGNS_H

#include <palpate/view.h>
#include <stdint.h>

#include "indexer/metadata/title_candidates.h"
#include "indexer/metadata/title_model.h"

struct title_signs {
    uint16_t items[TITLE_SIGNS]; /* enum title_sign */
    uint32_t count;
};

/* What all candidates of a page are compared with. */
struct title_page {
    const struct title_site *site;
    struct title_words slug;    /* of the page's own address: "knee-pain" */
    struct title_words told[2]; /* <title> and what others are told */
    uint32_t h1_count;
    enum title_sign role; /* the first of those for its sort of page */
};

/* `address` is the page's own URL, or empty. */
void title_page_read(struct title_page *page, const struct title_list *list,
        const struct title_site *site, palpate_view address);

void title_signs_gather(struct title_signs *out, const struct title_page *page,
        const struct title_candidate *candidate);

#endif
