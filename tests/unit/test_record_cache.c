#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "core/view.h"
#include "query/index/record_cache.h"

enum { RECORD = 1000, HALF = RECORD_CACHE_HALF / RECORD };

static struct record_cache cache;

static int set_up(void **state)
{
    (void)state;
    cache = (struct record_cache){ .young = { .items = NULL } };
    record_cache_begin(&cache);
    return 0;
}

static int tear_down(void **state)
{
    (void)state;
    record_cache_forget(&cache);
    return 0;
}

/* A record that names its document. */
static palpate_view record_of(uint32_t document)
{
    static char bytes[RECORD];

    memset(bytes, '.', sizeof bytes);
    (void)snprintf(bytes, sizeof bytes, "record %u", document);
    return (palpate_view){ bytes, sizeof bytes };
}

static bool is_record_of(palpate_view record, uint32_t document)
{
    return view_equals(record, record_of(document));
}

static void add(uint32_t first, uint32_t count)
{
    for (uint32_t document = first; document < first + count; document++)
        assert_true(is_record_of(
                record_cache_add(&cache, document, record_of(document)), document));
}

static void what_was_kept_is_found_and_nothing_else(void **state)
{
    (void)state;
    assert_null(record_cache_find(&cache, 1).data);
    add(1, 3000);
    for (uint32_t document = 1; document <= 3000; document++)
        assert_true(is_record_of(record_cache_find(&cache, document), document));
    assert_null(record_cache_find(&cache, 3001).data);
    assert_null(record_cache_find(&cache, UINT32_MAX).data);
}

static void a_record_stays_where_it_is_until_another_question_begins(void **state)
{
    (void)state;
    add(1, 1);
    palpate_view first = record_cache_find(&cache, 1);
    add(2, 3 * HALF);
    assert_ptr_equal(record_cache_find(&cache, 1).data, first.data);
    assert_true(is_record_of(first, 1));
}

static void what_no_question_asks_for_goes_and_what_they_ask_for_stays(void **state)
{
    uint32_t next = 10;

    (void)state;
    add(1, 2);
    for (int question = 0; question < 40; question++) {
        record_cache_begin(&cache);
        assert_true(is_record_of(record_cache_find(&cache, 1), 1));
        add(next, HALF / 4);
        next += HALF / 4;
    }
    assert_null(record_cache_find(&cache, 2).data);
    assert_null(record_cache_find(&cache, 10).data);
    assert_true(is_record_of(record_cache_find(&cache, next - 1), next - 1));
}

static void what_it_holds_is_bounded_however_much_is_asked(void **state)
{
    (void)state;
    for (uint32_t question = 0; question < 100; question++) {
        record_cache_begin(&cache);
        add(1 + question * 500, 500);
        size_t held = cache.young.records.total + cache.old.records.total;
        assert_true(held <= 2 * (size_t)(RECORD_CACHE_HALF + 2 * 1024 * 1024));
    }
}

static void nothing_is_left_of_an_index_that_is_another_one_now(void **state)
{
    (void)state;
    add(1, 2 * HALF);
    record_cache_begin(&cache);
    add(3 * HALF, 10);
    record_cache_forget(&cache);
    assert_null(record_cache_find(&cache, 1).data);
    assert_null(record_cache_find(&cache, 3 * HALF).data);
    assert_int_equal(cache.young.records.total + cache.old.records.total, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(
                what_was_kept_is_found_and_nothing_else, set_up, tear_down),
        cmocka_unit_test_setup_teardown(
                a_record_stays_where_it_is_until_another_question_begins, set_up,
                tear_down),
        cmocka_unit_test_setup_teardown(
                what_no_question_asks_for_goes_and_what_they_ask_for_stays, set_up,
                tear_down),
        cmocka_unit_test_setup_teardown(
                what_it_holds_is_bounded_however_much_is_asked, set_up, tear_down),
        cmocka_unit_test_setup_teardown(
                nothing_is_left_of_an_index_that_is_another_one_now, set_up, tear_down),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
