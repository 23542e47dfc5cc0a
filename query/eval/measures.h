/* Grades in the order of the hits -> how good that order is. */
#ifndef EVAL_MEASURES_H
#define EVAL_MEASURES_H

#include <palpate/evaluate.h>

/* What was ranked and what there is to be found. */
struct ranking {
    const int32_t *grades; /* of the hits, the best hit first; 0 is not relevant */
    size_t count;
    const int32_t *ideal; /* grades of all that is relevant, the highest first */
    size_t ideal_count;   /* at least 1 */
};

/* Fills the measures of one query, each from 0 to 1:

   nDCG@10      cumulated gain (Järvelin and Kekäläinen, Cumulated gain-based evaluation
                of IR techniques, ACM TOIS 20, 2002) of the first ten, with the grade as
                gain and 1 / log2(1 + rank) as discount, divided by that of the ideal
                order; the gain and discount of trec_eval's ndcg_cut
   MAP          average precision: the precision at each relevant hit, summed and
                divided by the number of all that is relevant
   recall@100   how much of it is among the first hundred
   MRR          1 / rank of the first relevant hit */
void measures_of(double measures[PALPATE_MEASURES], const struct ranking *ranking);

#endif
