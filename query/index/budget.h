/* How long an answer may take -> how much of that is left, and whether it was enough.
 */
#ifndef QUERY_BUDGET_H
#define QUERY_BUDGET_H

#include <stdbool.h>
#include <stdint.h>

/* Zero-initialised never ends. */
struct budget {
    uint64_t end_us;  /* of budget_now(); 0 for no end */
    bool was_overrun; /* something was left out because of its end */
};

/* Microseconds of a clock that only goes forward. */
uint64_t budget_now(void);

/* What ends `us` microseconds from now. */
struct budget budget_of(uint64_t us);

/* Microseconds that are left, as a search of the index takes them: 0 for no end, and
   never 0 for one that has passed. */
uint64_t budget_left(const struct budget *budget);

/* Whether nothing is left for what comes next: its caller does without, and the budget
   is one that was overrun. */
bool budget_is_over(struct budget *budget);

#endif
