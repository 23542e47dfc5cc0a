#include "query/rank/order.h"

#include <stdlib.h>

#include "core/term.h"
#include "query/index/filters.h"

/* Words that are in no index cannot be demanded of it. */
static bool is_wish(const struct query_node *node)
{
    return node->role == QUERY_SHOULD && !filters_is(node) &&
           !(node->kind == QUERY_WORD && query_word_is_stop(&node->words[0]));
}

bool order_demand_all(struct query_tree *tree)
{
    struct query_node *root = tree->root;
    uint32_t wishes = 0;

    for (uint32_t i = 0; i < root->child_count; i++) {
        if (root->children[i]->role == QUERY_MUST)
            return false;
        wishes += is_wish(root->children[i]);
    }
    if (root->is_choice || wishes < 2)
        return false;
    for (uint32_t i = 0; i < root->child_count; i++)
        if (is_wish(root->children[i]))
            root->children[i]->role = QUERY_MUST;
    return true;
}

static int by_score(const void *left, const void *right)
{
    const struct candidate *a = left;
    const struct candidate *b = right;

    if (a->score.total != b->score.total)
        return a->score.total < b->score.total ? 1 : -1;
    return (a->document > b->document) - (a->document < b->document);
}

static int by_newest(const void *left, const void *right)
{
    const struct candidate *a = left;
    const struct candidate *b = right;

    return a->date != b->date ? (a->date < b->date ? 1 : -1) : by_score(left, right);
}

static int by_oldest(const void *left, const void *right)
{
    const struct candidate *a = left;
    const struct candidate *b = right;

    if (a->date == b->date)
        return by_score(left, right);
    /* Without a date, last. */
    return a->date - 1U < b->date - 1U ? -1 : 1;
}

void order_candidates(struct candidate *candidates, size_t count, palpate_sort sort)
{
    static int (*const ORDERS[])(const void *, const void *) = {
        [PALPATE_SORT_RELEVANCE] = by_score,
        [PALPATE_SORT_NEWEST] = by_newest,
        [PALPATE_SORT_OLDEST] = by_oldest,
    };

    if (count > 1)
        qsort(candidates, count, sizeof *candidates, ORDERS[sort]);
}
