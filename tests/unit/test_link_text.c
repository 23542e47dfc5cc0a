#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

#include "core/link_text.h"
#include "core/view.h"

static void expect_back(palpate_view fragment)
{
    struct buffer packed = { 0 };

    buffer_append_string(&packed, "before");
    link_text_pack(&packed, fragment);
    palpate_view kept = view_slice(buffer_view(&packed), 6, packed.size);
    char *text = malloc(kept.size * LINK_TEXT_GROWTH + 1);
    assert_non_null(text);
    char *end = link_text_unpack(text, kept);
    assert_int_equal(end - text, fragment.size);
    if (fragment.size > 0)
        assert_memory_equal(text, fragment.data, fragment.size);
    free(text);
    buffer_free(&packed);
}

static void the_words_of_a_fragment_are_kept_as_the_text_has_them(void **state)
{
    struct buffer packed = { 0 };

    (void)state;
    link_text_pack(&packed, PALPATE_VIEW("A%20steroid-,may%20help,%C3%A9t%C3%A9"));
    assert_true(view_equals(buffer_view(&packed),
            PALPATE_VIEW("A steroid\2\1may help\1\u00E9t\u00E9")));
    buffer_free(&packed);
}

static void any_fragment_comes_back(void **state)
{
    static const char *const FRAGMENTS[] = { "", "knee", "A%20steroid", "a-,b,c,-d",
        "c%2Dd%2C%20e", "%", "%4", "%41", "%zz", "%01", "%02x", "%03x", "%00", "a b",
        "%c3%a9", "\u00E9", "100%25", "a&b", "%C3" };

    (void)state;
    for (size_t i = 0; i < sizeof FRAGMENTS / sizeof *FRAGMENTS; i++)
        expect_back(view_of(FRAGMENTS[i]));
    expect_back((palpate_view){ "\0a", 2 });
}

static void random_bytes_come_back(void **state)
{
    static const char BYTES[] = "%%%20ACaf,-~ \1\2\3";
    uint32_t seed = 1;

    (void)state;
    for (unsigned i = 0; i < 20000; i++) {
        char text[12];
        seed = seed * 1664525U + 1013904223U;
        size_t size = (seed >> 16) % (sizeof text + 1);
        for (size_t k = 0; k < size; k++) {
            seed = seed * 1664525U + 1013904223U;
            text[k] = BYTES[(seed >> 16) % sizeof BYTES];
        }
        expect_back((palpate_view){ text, size });
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_words_of_a_fragment_are_kept_as_the_text_has_them),
        cmocka_unit_test(any_fragment_comes_back),
        cmocka_unit_test(random_bytes_come_back),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
