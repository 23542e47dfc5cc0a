/* What the query finds -> how many of it have which kind, author, site, language and
   year. */
#ifndef QUERY_FACETS_H
#define QUERY_FACETS_H

#include <palpate/status.h>

#include "query/answer/facet_values.h"
#include "query/rank/article_map.h"
#include "query/rank/finder.h"

struct facet_article;

/* Values under way. */
struct facets {
    struct finder *finder;
    struct article_map numbers;     /* of articles, by their first passages, from 1 */
    struct facet_article *articles; /* in the order in which they came */
    size_t count;
    size_t room;
    struct facet_values values[FACET_COUNT];
};

void facets_open(struct facets *facets, struct finder *finder);

/* Counts a passage that answers; grouped, its kind goes to its article, and what the
   article has is counted once, if it `is_listed`, now or with another passage. */
palpate_status facets_add(struct facets *facets, const struct candidate *candidate,
        bool is_listed, palpate_error *err);

/* Fills the facets of the answer. */
palpate_status facets_write(struct facets *facets, palpate_error *err);

#endif
