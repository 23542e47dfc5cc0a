#include "query/index/budget.h"

#include <time.h>

uint64_t budget_now(void)
{
    struct timespec now;

    (void)clock_gettime(CLOCK_MONOTONIC, &now);
    return (uint64_t)now.tv_sec * 1000000 + (uint64_t)now.tv_nsec / 1000;
}

struct budget budget_of(uint64_t us)
{
    uint64_t now = budget_now();

    return (struct budget){ .end_us = us > UINT64_MAX - now ? UINT64_MAX : now + us };
}

uint64_t budget_left(const struct budget *budget)
{
    uint64_t now = budget_now();

    if (budget->end_us == 0)
        return 0;
    return budget->end_us > now ? budget->end_us - now : 1;
}

bool budget_is_over(struct budget *budget)
{
    bool is_over = budget->end_us != 0 && budget_now() >= budget->end_us;

    budget->was_overrun |= is_over;
    return is_over;
}
