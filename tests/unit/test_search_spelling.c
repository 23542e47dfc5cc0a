#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "search_passages.h"

static void a_slip_is_corrected_where_nothing_else_was_found(void **state)
{
    (void)state;
    assert_first("fozen sholder", "https://c.example/frozen/", NULL);
    assert_view(answer->corrected, "frozen shoulder");
    assert_view(answer->query, "fozen sholder");
    assert_first("mobilizaton", "https://c.example/frozen/", "Treatment");
    assert_view(answer->corrected, "mobilisation");
    assert_first("\"fozen sholder\"", "https://c.example/frozen/", NULL);
}

static void words_are_split_and_joined(void **state)
{
    (void)state;
    assert_first("frozenshoulder", "https://c.example/frozen/", NULL);
    assert_view(answer->corrected, "frozen shoulder");
    assert_first("liga ment", "https://c.example/ankle/", "Exercises");
    assert_view(answer->corrected, "ligament");
}

static void where_something_was_found_a_spelling_is_only_offered(void **state)
{
    (void)state;
    ask("frozen sholder");
    assert_int_equal(answer->corrected.size, 0);
    assert_view(answer->suggestion, "frozen shoulder");
    assert_view(answer->read_as, "frozen sholder");
    assert_true(answer->hit_count > 0);
}

static void nonsense_is_not_corrected(void **state)
{
    (void)state;
    assert_nothing("qqqzzzxxx");
    assert_int_equal(answer->corrected.size, 0);
    assert_int_equal(answer->suggestion.size, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_slip_is_corrected_where_nothing_else_was_found),
        cmocka_unit_test(words_are_split_and_joined),
        cmocka_unit_test(where_something_was_found_a_spelling_is_only_offered),
        cmocka_unit_test(nonsense_is_not_corrected),
    };

    return cmocka_run_group_tests(tests, open_search_passages, fixture_search_close);
}
