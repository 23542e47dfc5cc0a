/* What the query finds -> how many of it have which kind, author, site, language, year
   and label. */
#ifndef QUERY_FACETS_H
#define QUERY_FACETS_H

#include <palpate/search.h>

#include "core/arena.h"
#include "query/answer/facet_values.h"
#include "query/index/engine.h"
#include "query/rank/article_map.h"
#include "query/rank/candidate.h"

enum { MAX_LABEL_NAMES = 16 /* that are counted */ };

struct facet_article;

/* Values under way. */
struct facets {
    struct arena *arena;
    struct engine *engine;
    bool by_article;
    struct article_map numbers;     /* of articles, by their first passages, from 1 */
    struct facet_article *articles; /* in the order in which they came */
    size_t count;
    size_t room;
    struct facet_values values[FACET_COUNT]; /* but for labels: */
    struct label_values labels[MAX_LABEL_NAMES];
    size_t label_count;
};

/* Values live in `arena`; the headers of articles are asked of the engine. */
void facets_open(struct facets *facets, struct arena *arena, struct engine *engine,
        bool by_article);

/* Counts a passage that answers; grouped, its kind goes to its article, and what the
   article has is counted once, if it `is_listed`, now or with another passage. */
palpate_status facets_add(struct facets *facets, const struct candidate *candidate,
        bool is_listed, palpate_error *err);

/* Fills the facets of the answer, the `most` frequent values of each. */
palpate_status facets_write(palpate_answer *answer, struct facets *facets,
        uint32_t most, palpate_error *err);

#endif
