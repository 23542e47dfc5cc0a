#include <setjmp.h>
#include <stdarg.h>
#include <stdatomic.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "indexer/run/large_pages.h"

enum { THREADS = 8, PAGES = 200 };

static struct large_pages large;
static atomic_uint_fast64_t together; /* bytes of large pages being read */
static atomic_uint reading;           /* and how many */
static atomic_bool was_too_much;
static atomic_uint read_in_all;

static void read_page(uint64_t size)
{
    large_pages_enter(&large, size);
    uint64_t now = atomic_fetch_add(&together, size) + size;
    unsigned others = atomic_fetch_add(&reading, 1);
    if (now > LARGE_TOGETHER && others > 0)
        atomic_store(&was_too_much, true);
    (void)atomic_fetch_add(&read_in_all, 1);
    (void)atomic_fetch_sub(&reading, 1);
    (void)atomic_fetch_sub(&together, size);
    large_pages_leave(&large, size);
}

static void *read_pages(void *user)
{
    uint64_t number = (uintptr_t)user;

    for (int i = 0; i < PAGES; i++) {
        number = number * 6364136223846793005U + 1442695040888963407U;
        /* From the smallest that waits to one that must be alone. */
        read_page(LARGE_PAGE + (number >> 33) % (LARGE_TOGETHER + LARGE_PAGE));
    }
    return NULL;
}

static void large_pages_that_are_read_at_once_keep_below_the_bound(void **state)
{
    pthread_t threads[THREADS];

    (void)state;
    for (uintptr_t i = 0; i < THREADS; i++)
        assert_int_equal(pthread_create(&threads[i], NULL, read_pages,
                                 (void *)(i + 1)), // NOLINT(performance-no-int-to-ptr)
                0);
    for (size_t i = 0; i < THREADS; i++)
        assert_int_equal(pthread_join(threads[i], NULL), 0);
    assert_int_equal(read_in_all, THREADS * PAGES);
    assert_false(was_too_much);
    assert_true(large.bytes == 0);
}

static void a_small_page_never_waits(void **state)
{
    (void)state;
    large_pages_enter(&large, LARGE_TOGETHER);
    large_pages_enter(&large, LARGE_PAGE - 1);
    large_pages_leave(&large, LARGE_PAGE - 1);
    large_pages_leave(&large, LARGE_TOGETHER);
    assert_true(large.bytes == 0);
}

static void a_page_beyond_the_bound_is_read_alone(void **state)
{
    (void)state;
    large_pages_enter(&large, 5 * (uint64_t)LARGE_TOGETHER);
    large_pages_leave(&large, 5 * (uint64_t)LARGE_TOGETHER);
    assert_true(large.bytes == 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(large_pages_that_are_read_at_once_keep_below_the_bound),
        cmocka_unit_test(a_small_page_never_waits),
        cmocka_unit_test(a_page_beyond_the_bound_is_read_alone),
    };

    large_pages_open(&large);
    int failed = cmocka_run_group_tests(tests, NULL, NULL);
    large_pages_close(&large);
    return failed;
}
