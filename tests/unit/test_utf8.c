#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <stdlib.h>
#include <utf8proc.h>

#include "core/utf8.h"
#include "core/view.h"

static void every_character_survives_a_round_trip(void **state)
{
    (void)state;
    for (uint32_t character = 0; character <= 0x10FFFF; character++) {
        char bytes[UTF8_MAX_SIZE];
        size_t size = 0;
        if (character >= 0xD800 && character <= 0xDFFF)
            continue;
        palpate_view text = { bytes, utf8_encode(character, bytes) };
        assert_int_equal(utf8_decode(text, 0, &size), character);
        assert_int_equal(size, text.size);
        assert_true(utf8_is_valid(text));
    }
}

static void ill_formed_bytes_are_found(void **state)
{
    static const char *const BAD[] = { "\x80", "\xC0\xAF", "\xE0\x80\x80",
        "\xED\xA0\x80", "\xF4\x90\x80\x80", "\xF5", "abc\xE2\x82", "\xFF" };

    (void)state;
    for (size_t i = 0; i < sizeof BAD / sizeof *BAD; i++)
        assert_false(utf8_is_valid(view_of(BAD[i])));
}

static void repair_keeps_what_is_well_formed(void **state)
{
    struct buffer out = { 0 };

    (void)state;
    utf8_append_repaired(&out, PALPATE_VIEW("a\xFF\0b\xC3\xA9"));
    assert_true(utf8_is_valid(buffer_view(&out)));
    assert_true(view_equals(buffer_view(&out), view_of("a\xEF\xBF\xBD\xEF\xBF\xBD"
                                                       "b\xC3\xA9")));
    buffer_free(&out);
}

static void a_letter_and_its_accent_become_one_character(void **state)
{
    struct buffer out = { 0 };

    (void)state;
    utf8_append_nfc(&out, view_of("re\xCC\x81ponse"));
    assert_true(view_equals(buffer_view(&out), view_of("r\xC3\xA9ponse")));
    buffer_free(&out);
}

/* What is taken for stable without asking the library is stable: after a base letter,
   after itself and before an accent. */
static void normal_form_c_is_that_of_the_library(void **state)
{
    struct buffer out = { 0 };

    (void)state;
    for (uint32_t character = 0x80; character < 0x20000; character++) {
        char bytes[4 * UTF8_MAX_SIZE] = "A";
        size_t size = 1;
        utf8proc_uint8_t *normal = NULL;
        if (character >= 0xD800 && character <= 0xDFFF)
            continue;
        size += utf8_encode(character, bytes + size);
        size += utf8_encode(character, bytes + size);
        utf8proc_ssize_t length = utf8proc_map((const utf8proc_uint8_t *)bytes,
                (utf8proc_ssize_t)size, &normal, UTF8PROC_STABLE | UTF8PROC_COMPOSE);
        buffer_clear(&out);
        utf8_append_nfc(&out, (palpate_view){ bytes, size });
        palpate_view expected = { (const char *)normal, (size_t)length };
        if (length < 0 || !view_equals(buffer_view(&out), expected))
            fail_msg("U+%04X is not as the library has it", (unsigned)character);
        free(normal);
    }
    buffer_free(&out);
}

static void a_cut_never_splits_a_character(void **state)
{
    palpate_view text = view_of("a\xE2\x82\xACz");

    (void)state;
    assert_int_equal(utf8_floor(text, 0), 0);
    assert_int_equal(utf8_floor(text, 2), 1);
    assert_int_equal(utf8_floor(text, 3), 1);
    assert_int_equal(utf8_floor(text, 4), 4);
    assert_int_equal(utf8_floor(text, 99), 5);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_character_survives_a_round_trip),
        cmocka_unit_test(ill_formed_bytes_are_found),
        cmocka_unit_test(repair_keeps_what_is_well_formed),
        cmocka_unit_test(a_letter_and_its_accent_become_one_character),
        cmocka_unit_test(normal_form_c_is_that_of_the_library),
        cmocka_unit_test(a_cut_never_splits_a_character),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
