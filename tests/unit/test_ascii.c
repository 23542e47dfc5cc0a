#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <ctype.h>
#include <stdlib.h>

#include "core/ascii.h"

static void the_classes_are_those_of_the_c_locale(void **state)
{
    (void)state;
    for (int byte = 0; byte < 256; byte++) {
        assert_int_equal(ascii_is_digit((char)byte), isdigit(byte) != 0);
        assert_int_equal(ascii_is_upper((char)byte), isupper(byte) != 0);
        assert_int_equal(ascii_is_lower((char)byte), islower(byte) != 0);
        assert_int_equal(ascii_is_letter((char)byte), isalpha(byte) != 0);
        assert_int_equal(ascii_is_alphanumeric((char)byte), isalnum(byte) != 0);
    }
}

static void spaces_and_capitals_are_those_of_the_c_locale(void **state)
{
    (void)state;
    for (int byte = 0; byte < 256; byte++) {
        assert_int_equal(ascii_is_space((char)byte), isspace(byte) != 0);
        assert_int_equal(ascii_is_blank((char)byte), byte <= ' ');
        /* In parentheses it is the function: the macro is a thicket. */
        assert_int_equal((unsigned char)ascii_lower((char)byte), (tolower)(byte));
    }
}

static void a_hexadecimal_digit_has_its_value(void **state)
{
    (void)state;
    for (int byte = 0; byte < 256; byte++) {
        const char text[2] = { (char)byte, '\0' };
        int value = isxdigit(byte) ? (int)strtol(text, NULL, 16) : -1;
        assert_int_equal(ascii_hex_value((char)byte), value);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_classes_are_those_of_the_c_locale),
        cmocka_unit_test(spaces_and_capitals_are_those_of_the_c_locale),
        cmocka_unit_test(a_hexadecimal_digit_has_its_value),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
