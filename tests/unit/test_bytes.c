#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "core/bytes.h"
#include "core/schema.h"
#include "core/view.h"

static const uint64_t NUMBER = 0xF1E2D3C4B5A69788;

static void a_number_has_its_lowest_byte_first_and_comes_back(void **state)
{
    (void)state;
    struct buffer out = { 0 };
    uint64_t number = 0;

    bytes_append(&out, NUMBER);
    palpate_view bytes = buffer_view(&out);
    assert_true(view_equals(bytes, PALPATE_VIEW("\x88\x97\xA6\xB5\xC4\xD3\xE2\xF1")));
    assert_true(bytes_take(&bytes, &number));
    assert_true(number == NUMBER);
    assert_int_equal(bytes.size, 0);
    buffer_free(&out);
}

static void seven_bytes_are_no_number_and_stay(void **state)
{
    (void)state;
    palpate_view bytes = PALPATE_VIEW("1234567");
    uint64_t number = 1;

    assert_false(bytes_take(&bytes, &number));
    assert_int_equal(bytes.size, 7);
    assert_int_equal(number, 1);
}

static void the_key_of_an_article_is_a_term_and_a_value(void **state)
{
    (void)state;
    char term[ARTICLE_TERM_SIZE];
    char value[ARTICLE_VALUE_SIZE];

    assert_true(view_equals(
            schema_article_term(term, NUMBER >> 8), PALPATE_VIEW("Q00f1e2d3c4b5a697")));
    palpate_view written = schema_article_value(value, NUMBER);
    assert_true(view_equals(written, PALPATE_VIEW("\xF1\xE2\xD3\xC4\xB5\xA6\x97\x88")));
    assert_true(schema_article_key(written) == NUMBER);
    assert_true(schema_article_key(PALPATE_VIEW("short")) == 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_number_has_its_lowest_byte_first_and_comes_back),
        cmocka_unit_test(seven_bytes_are_no_number_and_stay),
        cmocka_unit_test(the_key_of_an_article_is_a_term_and_a_value),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
