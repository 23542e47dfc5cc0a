#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

#include <cmocka.h>

#include "core/view.h"
#include "query/index/frequency_cache.h"

static struct frequency_cache cache;

static void what_was_remembered_is_recalled(void **state)
{
    uint32_t frequency = 0;

    (void)state;
    assert_false(frequency_recall(&frequency, &cache, view_of("knee")));
    frequency_remember(&cache, view_of("knee"), 7);
    frequency_remember(&cache, view_of("absent"), 0);
    assert_true(frequency_recall(&frequency, &cache, view_of("knee")));
    assert_int_equal(frequency, 7);
    assert_true(frequency_recall(&frequency, &cache, view_of("absent")));
    assert_int_equal(frequency, 0);
}

static void a_term_is_never_taken_for_another(void **state)
{
    (void)state;
    for (uint32_t i = 0; i < 3 * FREQUENCY_SLOTS; i++) {
        char term[16];
        uint32_t frequency = 0;
        int size = snprintf(term, sizeof term, "t%u", i);
        palpate_view view = { term, (size_t)size };
        assert_false(frequency_recall(&frequency, &cache, view));
        frequency_remember(&cache, view, i);
        assert_true(frequency_recall(&frequency, &cache, view));
        assert_int_equal(frequency, i);
    }
}

static void a_long_term_is_not_remembered(void **state)
{
    const palpate_view term = PALPATE_VIEW("acetylsalicylsalicylsalicylic");
    uint32_t frequency = 0;

    (void)state;
    assert_true(term.size > FREQUENCY_TERM_SIZE);
    frequency_remember(&cache, term, 5);
    assert_false(frequency_recall(&frequency, &cache, term));
    assert_false(frequency_recall(&frequency, &cache, view_of("")));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_was_remembered_is_recalled),
        cmocka_unit_test(a_term_is_never_taken_for_another),
        cmocka_unit_test(a_long_term_is_not_remembered),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
