/* Queries and judgments as files -> for each query, what answers it how well. */
#ifndef EVAL_JUDGMENTS_H
#define EVAL_JUDGMENTS_H

#include <palpate/evaluate.h>

#include "core/arena.h"

struct judgment {
    uint32_t query; /* its place among the queries */
    palpate_view url;
    palpate_view heading; /* empty where whole pages are judged */
    int32_t grade;        /* not negative */
    size_t line;          /* of the file, for complaints */
};

struct judged_query {
    palpate_view id;
    palpate_view text;
    size_t line;
    const struct judgment *judgments; /* by url and heading */
    size_t judgment_count;
    size_t relevant_count; /* of a grade above 0 */
};

struct palpate_judgments {
    struct arena arena;
    bool is_of_passages;
    struct judged_query *queries; /* in the order of their file */
    size_t query_count;
    size_t query_room;
    struct judgment *items; /* by query, url and heading */
    size_t item_count;
    size_t item_room;
};

/* What the judge said on a passage or page, or NULL. */
const struct judgment *judgment_find(
        const struct judged_query *query, palpate_view url, palpate_view heading);

#endif
