/* Words that set a few passages apart from the rest of the index. */
#ifndef QUERY_SIGNIFICANT_TERMS_H
#define QUERY_SIGNIFICANT_TERMS_H

#include <palpate/view.h>
#include <stdint.h>

struct significant_term {
    palpate_view term;
    double impact; /* mean over the passages, by their weights: core/impact.h */
    double idf;
};

/* Terms by impact × idf, the greatest first; equal ones by their bytes. */
struct significant_terms {
    struct significant_term *items;
    uint32_t count;
};

#endif
