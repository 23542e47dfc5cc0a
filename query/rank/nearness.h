/* Two words of a query -> how near each other they are in a passage. */
#ifndef QUERY_NEARNESS_H
#define QUERY_NEARNESS_H

#include <stdint.h>

#include "query/rank/verify.h"

/* The least distance, in words, between the wanted terms `a` and `b` in a field of a
   passage: 1 where `b` follows `a`; the wrong order counts as one word more.  0 where
   they are not near each other. */
uint32_t nearness_distance(
        const struct passage_matches *matches, uint32_t a, uint32_t b);

#endif
