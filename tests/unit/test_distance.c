#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "core/view.h"
#include "query/distance.h"

enum { LONGEST = 12, PAIRS = 20000 };

static uint32_t next_random(uint32_t *state)
{
    *state = *state * 1664525U + 1013904223U;
    return *state >> 16;
}

/* A word of few letters, so that pairs of them are often near. */
static palpate_view random_word(char *letters, uint32_t *state)
{
    size_t size = next_random(state) % (LONGEST + 1);

    for (size_t i = 0; i < size; i++)
        letters[i] = (char)('a' + next_random(state) % 3);
    return (palpate_view){ letters, size };
}

static uint32_t least(uint32_t a, uint32_t b)
{
    return a < b ? a : b;
}

/* The distance as it is defined, without a bound. */
static uint32_t plain_distance(palpate_view a, palpate_view b)
{
    uint32_t cells[LONGEST + 1][LONGEST + 1];

    for (uint32_t i = 0; i <= a.size; i++)
        for (uint32_t k = 0; k <= b.size; k++) {
            if (i == 0 || k == 0) {
                cells[i][k] = i + k;
                continue;
            }
            uint32_t replaced = cells[i - 1][k - 1] + (a.data[i - 1] != b.data[k - 1]);
            cells[i][k] = least(replaced, least(cells[i - 1][k], cells[i][k - 1]) + 1);
            if (i > 1 && k > 1 && a.data[i - 1] == b.data[k - 2] &&
                    a.data[i - 2] == b.data[k - 1])
                cells[i][k] = least(cells[i][k], cells[i - 2][k - 2] + 1);
        }
    return cells[a.size][b.size];
}

static void a_bounded_distance_is_the_distance_up_to_its_bound(void **state)
{
    char left[LONGEST];
    char right[LONGEST];
    uint32_t seed = 1;

    (void)state;
    for (unsigned i = 0; i < PAIRS; i++) {
        palpate_view a = random_word(left, &seed);
        palpate_view b = random_word(right, &seed);
        uint32_t best = UINT32_MAX;
        for (size_t size = 0; size <= b.size; size++)
            best = least(best, plain_distance(a, view_slice(b, 0, size)));
        for (uint32_t most = 0; most < 4; most++) {
            assert_int_equal(
                    distance_of(a, b, most), least(plain_distance(a, b), most + 1));
            assert_int_equal(distance_to_start(a, b, most), least(best, most + 1));
        }
    }
}

static void neighbours_swapped_are_one_slip(void **state)
{
    (void)state;
    assert_int_equal(
            distance_of(PALPATE_VIEW("shoudler"), PALPATE_VIEW("shoulder"), 2), 1);
    assert_int_equal(
            distance_to_start(PALPATE_VIEW("tendn"), PALPATE_VIEW("tendonitis"), 2), 1);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_bounded_distance_is_the_distance_up_to_its_bound),
        cmocka_unit_test(neighbours_swapped_are_one_slip),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
