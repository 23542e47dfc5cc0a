/* Two words -> how many slips lie between them. */
#ifndef QUERY_DISTANCE_H
#define QUERY_DISTANCE_H

#include <palpate/view.h>
#include <stdint.h>

/* Letters left out, put in, replaced, or swapped with their neighbour (optimal string
   alignment, after Damerau, "A technique for computer detection and correction of
   spelling errors", CACM 1964), in bytes; more than `most` is most + 1. */
uint32_t distance_of(palpate_view a, palpate_view b, uint32_t most);

/* The least distance between `stem` and a start of `word`. */
uint32_t distance_to_start(palpate_view stem, palpate_view word, uint32_t most);

#endif
