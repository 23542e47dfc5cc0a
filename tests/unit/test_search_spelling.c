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

static void a_slip_beside_right_words_is_corrected_at_once(void **state)
{
    (void)state;
    assert_first("frozen sholder", "https://c.example/frozen/", NULL);
    assert_view(answer->corrected, "frozen shoulder");
    assert_view(answer->query, "frozen sholder");
    assert_view(answer->read_as, "frozen shoulder");
    assert_int_equal(answer->suggestion.size, 0);
}

static void what_was_typed_is_searched_on_request(void **state)
{
    const palpate_search_options as_typed = { .no_correct = true };

    (void)state;
    ask_with("frozen sholder", &as_typed);
    assert_int_equal(answer->corrected.size, 0);
    assert_view(answer->suggestion, "frozen shoulder");
    assert_view(answer->read_as, "frozen sholder");
    ask_with("fozen sholder", &as_typed);
    assert_int_equal(answer->corrected.size, 0);
    assert_int_equal(answer->hit_count, 0);
}

/* The index lacks them, and has a word near each. */
static void right_words_are_left_alone(void **state)
{
    static const char *const RIGHT[] = { "frozen shoulders woke", "frozen whats",
        "frozen cant", "shoulder exercise2", "TREATS frozen SHOULDR shoulder",
        "shoulder in Shoulden", "frozen sh\xC3\xB6ulder", "frozen ice cream" };

    (void)state;
    for (size_t i = 0; i < sizeof RIGHT / sizeof *RIGHT; i++) {
        ask(RIGHT[i]);
        if (answer->corrected.size + answer->suggestion.size > 0)
            fail_msg("%s is taken for %.*s%.*s", RIGHT[i], (int)answer->corrected.size,
                    answer->corrected.data, (int)answer->suggestion.size,
                    answer->suggestion.data);
    }
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
        cmocka_unit_test(a_slip_beside_right_words_is_corrected_at_once),
        cmocka_unit_test(what_was_typed_is_searched_on_request),
        cmocka_unit_test(right_words_are_left_alone),
        cmocka_unit_test(nonsense_is_not_corrected),
    };

    return cmocka_run_group_tests(tests, open_search_passages, fixture_search_close);
}
