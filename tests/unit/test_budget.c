#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "query/index/budget.h"

static void a_zeroed_budget_never_ends(void **state)
{
    struct budget budget = { 0 };

    (void)state;
    assert_int_equal(budget_left(&budget), 0);
    assert_false(budget_is_over(&budget));
    assert_false(budget.was_overrun);
}

/* 0 would be no end at all. */
static void of_a_budget_that_is_over_a_microsecond_is_left(void **state)
{
    struct budget budget = budget_of(0);

    (void)state;
    assert_int_equal(budget_left(&budget), 1);
    budget.end_us = 1;
    assert_int_equal(budget_left(&budget), 1);
}

static void a_budget_remembers_that_it_was_overrun(void **state)
{
    struct budget budget = budget_of(UINT64_MAX);

    (void)state;
    assert_false(budget_is_over(&budget));
    assert_false(budget.was_overrun);
    budget.end_us = 1;
    assert_true(budget_is_over(&budget));
    budget.end_us = UINT64_MAX;
    assert_false(budget_is_over(&budget));
    assert_true(budget.was_overrun);
}

static void looking_at_what_is_left_overruns_nothing(void **state)
{
    struct budget budget = budget_of(0);

    (void)state;
    (void)budget_left(&budget);
    assert_false(budget.was_overrun);
}

static void no_budget_is_too_long_to_count(void **state)
{
    struct budget budget = budget_of(UINT64_MAX);

    (void)state;
    assert_int_equal(budget.end_us, UINT64_MAX);
    assert_true(budget_left(&budget) > UINT64_MAX / 2);
}

static void less_is_left_as_time_goes_on(void **state)
{
    static const uint64_t DAY = UINT64_C(86400) * 1000000;
    struct budget budget = budget_of(DAY);
    uint64_t start = budget_now();
    uint64_t left = budget_left(&budget);

    (void)state;
    assert_true(left > 0 && left <= DAY);
    while (budget_now() == start)
        ;
    assert_true(budget_left(&budget) <= left);
    assert_true(budget_now() > start);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_zeroed_budget_never_ends),
        cmocka_unit_test(of_a_budget_that_is_over_a_microsecond_is_left),
        cmocka_unit_test(a_budget_remembers_that_it_was_overrun),
        cmocka_unit_test(looking_at_what_is_left_overruns_nothing),
        cmocka_unit_test(no_budget_is_too_long_to_count),
        cmocka_unit_test(less_is_left_as_time_goes_on),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
