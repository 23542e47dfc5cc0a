#include "query/eval/measures.h"

#include <math.h>

enum { NDCG_DEPTH = 10, RECALL_DEPTH = 100 };

static double cumulated_gain(const int32_t *grades, size_t count)
{
    double sum = 0;

    for (size_t i = 0; i < count && i < NDCG_DEPTH; i++)
        if (grades[i] > 0)
            sum += grades[i] / log2((double)i + 2);
    return sum;
}

void measures_of(double measures[PALPATE_MEASURES], const struct ranking *ranking)
{
    double relevant = (double)ranking->ideal_count;
    double precisions = 0;
    double first = 0;
    size_t found = 0;
    size_t found_early = 0;

    for (size_t i = 0; i < ranking->count; i++) {
        if (ranking->grades[i] <= 0)
            continue;
        double rank = (double)i + 1;
        found++;
        found_early += i < RECALL_DEPTH;
        precisions += (double)found / rank;
        if (found == 1)
            first = 1 / rank;
    }
    measures[PALPATE_NDCG_10] = cumulated_gain(ranking->grades, ranking->count) /
                                cumulated_gain(ranking->ideal, ranking->ideal_count);
    measures[PALPATE_MAP] = precisions / relevant;
    measures[PALPATE_RECALL_100] = (double)found_early / relevant;
    measures[PALPATE_MRR] = first;
}
