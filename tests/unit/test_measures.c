#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "query/eval/bootstrap.h"
#include "query/eval/measures.h"

static void assert_near(double value, double expected)
{
    if (fabs(value - expected) > 1e-6)
        fail_msg("%.9f is not %.9f", value, expected);
}

static void assert_measures(
        const struct ranking *ranking, const double expected[PALPATE_MEASURES])
{
    double measures[PALPATE_MEASURES];

    measures_of(measures, ranking);
    for (int i = 0; i < PALPATE_MEASURES; i++)
        assert_near(measures[i], expected[i]);
}

/* 3/1 + 2/2 + 1/2.584963 = 4.386853 of 3/1 + 2/1.584963 + 1/2 + 1/2.321928 = 5.192536;
   (1/1 + 2/3 + 3/5) / 4; three of four; the first. */
static void measures_are_those_computed_by_hand(void **state)
{
    static const int32_t GRADES[] = { 3, 0, 2, 0, 1 };
    static const int32_t IDEAL[] = { 3, 2, 1, 1 };
    const double expected[] = { 0.844838, 0.566667, 0.75, 1 };

    (void)state;
    assert_measures(&(struct ranking){ GRADES, 5, IDEAL, 4 }, expected);
}

static void an_ideal_order_has_the_measure_one(void **state)
{
    static const int32_t GRADES[] = { 3, 2, 1, 0 };
    const double expected[] = { 1, 1, 1, 1 };

    (void)state;
    assert_measures(&(struct ranking){ GRADES, 4, GRADES, 3 }, expected);
}

static void nothing_found_measures_nothing(void **state)
{
    static const int32_t IDEAL[] = { 1 };
    const double expected[] = { 0, 0, 0, 0 };

    (void)state;
    assert_measures(&(struct ranking){ NULL, 0, IDEAL, 1 }, expected);
}

/* A hit at rank 11 is too late for nDCG@10, one at 101 for recall@100 as well. */
static void each_measure_looks_as_deep_as_its_name_says(void **state)
{
    static const int32_t IDEAL[] = { 1, 1 };
    int32_t grades[101] = { [10] = 1, [100] = 1 };
    const double expected[] = { 0, (1.0 / 11 + 2.0 / 101) / 2, 0.5, 1.0 / 11 };

    (void)state;
    assert_measures(&(struct ranking){ grades, 101, IDEAL, 2 }, expected);
}

static void more_than_ten_relevant_do_not_lower_the_ideal_of_ten(void **state)
{
    static const int32_t GRADES[] = { 1, 1, 1, 1, 1, 1, 1, 1, 1, 1 };
    static const int32_t IDEAL[] = { 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1,
        1, 1, 1 };
    const double expected[] = { 1, 0.5, 0.5, 1 };

    (void)state;
    assert_measures(&(struct ranking){ GRADES, 10, IDEAL, 20 }, expected);
}

static void equal_values_have_no_interval(void **state)
{
    static const double VALUES[] = { 0.25, 0.25, 0.25 };
    palpate_interval interval = bootstrap_mean(VALUES, 3);

    (void)state;
    assert_near(interval.mean, 0.25);
    assert_near(interval.low, 0.25);
    assert_near(interval.high, 0.25);
}

/* The mean of 100 fair coins has a standard error of 0.05, so that 1.96 of them part
   the ends of the interval from it. */
static void an_interval_is_as_wide_as_theory_says(void **state)
{
    double values[100];

    (void)state;
    for (int i = 0; i < 100; i++)
        values[i] = i % 2;
    palpate_interval interval = bootstrap_mean(values, 100);
    assert_near(interval.mean, 0.5);
    assert_true(fabs(interval.low - 0.402) < 0.0101);
    assert_true(fabs(interval.high - 0.598) < 0.0101);
}

static void the_same_values_have_the_same_interval(void **state)
{
    static const double VALUES[] = { 0, 0.1, 0.4, 0.9, 1 };
    palpate_interval once = bootstrap_mean(VALUES, 5);
    palpate_interval again = bootstrap_mean(VALUES, 5);

    (void)state;
    assert_true(once.low == again.low && once.high == again.high);
    assert_true(once.low < once.mean && once.mean < once.high);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(measures_are_those_computed_by_hand),
        cmocka_unit_test(an_ideal_order_has_the_measure_one),
        cmocka_unit_test(nothing_found_measures_nothing),
        cmocka_unit_test(each_measure_looks_as_deep_as_its_name_says),
        cmocka_unit_test(more_than_ten_relevant_do_not_lower_the_ideal_of_ten),
        cmocka_unit_test(equal_values_have_no_interval),
        cmocka_unit_test(an_interval_is_as_wide_as_theory_says),
        cmocka_unit_test(the_same_values_have_the_same_interval),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
