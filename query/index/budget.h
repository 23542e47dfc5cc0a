/* How long an answer may take -> how much of that is left. */
#ifndef QUERY_BUDGET_H
#define QUERY_BUDGET_H

#include <stdbool.h>
#include <stdint.h>

/* Zero-initialised never ends. */
struct budget {
    uint64_t end_us; /* of budget_now(); 0 for no end */
};

/* Microseconds of a clock that only goes forward. */
uint64_t budget_now(void);

/* What ends `us` microseconds from now. */
struct budget budget_of(uint64_t us);

/* Microseconds that are left, as a search of the index takes them: 0 for no end, and
   never 0 for one that has passed. */
uint64_t budget_left(const struct budget *budget);

bool budget_is_over(const struct budget *budget);

#endif
